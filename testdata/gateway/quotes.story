## An update supersedes

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER bid L1 B2 total=1101000
NORTHGATE accept L1 ALDER/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteReceived ALDER/B2 total 1101000.00: cash 1101000.00, best ALDER/B2
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: quote superseded: BID SUPERSEDED: the dealer has quoted again since

## The same id again

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER bid L1 B1 total=1102000
ALDER bid L1 B1 total=1103000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 CommandRefused to ALDER: bid L1@ALDER B1: duplicate quote: quote B1 was used before and said something else

ALDER bid L1 B2 total=1103000
ALDER bid L1 B1 total=1102000
----
L1 QuoteReceived ALDER/B2 total 1103000.00: cash 1103000.00, best ALDER/B2

# Two dealers may use the same id.
BIRCH bid L1 B1 total=1101000
----
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B2, cover BIRCH/B1
= L1 open, due 13:35:00

## Withdrawn, and quoted again

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER pass L1 B1
ALDER pass L1 B1
NORTHGATE accept L1 ALDER/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteLost ALDER/B1 withdrawn
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: quote withdrawn: BID WITHDRAWN by the dealer

ALDER bid L1 B2 total=1101500
ALDER pass L1
----
L1 QuoteReceived ALDER/B2 total 1101500.00: cash 1101500.00, best ALDER/B2
L1 QuoteLost ALDER/B2 withdrawn

# With nothing live to take back it is a pass, said once.
ALDER pass L1
ALDER pass L1
----
L1 DealerPassed ALDER/pass "PASS"

# And after a pass the dealer may think again.
ALDER bid L1 B3 total=1101500
----
L1 QuoteReceived ALDER/B3 total 1101500.00: cash 1101500.00, best ALDER/B3

## A withdrawal that names what it must not

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER pass L1 B9
ALDER bid L1 B2 total=1102500
ALDER pass L1 B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 CommandRefused to ALDER: pass L1@ALDER B9: unknown quote: B9 is not a quote of this inquiry
L1 QuoteReceived ALDER/B2 total 1102500.00: cash 1102500.00, best ALDER/B2

## Passing without a quote, under a fresh id or none

NORTHGATE submit L1 1-3
ALDER pass L1
BIRCH pass L1 P1
NORTHGATE enquire L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 DealerPassed ALDER/pass "PASS"
L1 DealerPassed BIRCH/pass "PASS"
= L1 open, due 13:35:00
L1 StatusTold to NORTHGATE: open

## What comes after the end

NORTHGATE submit L1 1-3
+5m ALDER bid L1 B1 total=1102000
tick
ALDER bid L1 B2 total=1102000
ALDER pass L1
ALDER ack L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 CommandRefused to ALDER: bid L1@ALDER B1: closed: the inquiry is closed
L1 Lapsed 
= L1 expired
L1 CommandRefused to ALDER: bid L1@ALDER B2: closed: the inquiry is closed

## Nobody learns from a refusal how it ended

NORTHGATE submit L1 1-3
NORTHGATE submit L2 1-3
BIRCH bid L1 B1 total=1102000
NORTHGATE accept L1 BIRCH/B1
NORTHGATE cancel L2
ALDER bid L1 B1 total=1102000
ALDER bid L2 B1 total=1102000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1102000.00: cash 1102000.00, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    ALDER is told not executed
= L1 executed
L2 Cancelled cancelled by the client
= L2 withdrawn
L1 CommandRefused to ALDER: bid L1@ALDER B1: closed: the inquiry is closed
L2 CommandRefused to ALDER: bid L2@ALDER B1: closed: the inquiry is closed
