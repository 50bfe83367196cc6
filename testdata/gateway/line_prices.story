## Good, and then used as they are

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER price L1 B1 1=101 2=93.8 3=97.8
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 LinesPriced ALDER/B1 at 101 93.8 97.8

ALDER price L1 B1 1=101 2=93.8 3=97.8
----

NORTHGATE accept L1 ALDER/B1
ALDER confirm L1
----
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-L1-0002-1 at 93.8: -1407000.00 + -3500.00 = -1410500.00
    TRADE-L1-0003-1 at 97.8: 489000.00 + 3315.28 = 492315.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed

## Within the tolerance of a dollar, stated as a residue

NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1102000.90
BIRCH price L1 B1 1=101 2=93.8 3=97.8
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1102000.90: cash 1102000.90, best BIRCH/B1
L1 LinesPriced BIRCH/B1 at 101 93.8 97.8
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1102000.00, net 1124815.28, residue 0.90
    TRADE-L1-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-L1-0002-1 at 93.8: -1407000.00 + -3500.00 = -1410500.00
    TRADE-L1-0003-1 at 97.8: 489000.00 + 3315.28 = 492315.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    ALDER is told not executed
= L1 executed

## Bad

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER price L1 B1 1=101 2=93.8 3=98
ALDER price L1 B1 1=101 2=93.8
ALDER price L1 B1 1=101 2=93.8 3=97.8 4=100
ALDER price L1 B1 1=101 2=93.8 3=97.8 3=97.8
ALDER price L1 B1 1=101.0000001 2=93.8 3=97.8
ALDER price L1 B1 1=101 2=0 3=97.8
ALDER price L1 B9 1=101 2=93.8 3=97.8
BIRCH price L1 B1 1=101 2=93.8 3=97.8
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 CommandRefused to ALDER: price lines L1@ALDER B1: total mismatch: the line prices come to 1103000.00, the quote to 1102000.00: off by 1000.00, at most 1.00 is allowed
L1 CommandRefused to ALDER: price lines L1@ALDER B1: unpriceable: line L1@ALDER-0003 has no price: all 3 lines need one
L1 CommandRefused to ALDER: price lines L1@ALDER B1: unpriceable: 4 prices were sent for 3 lines
L1 CommandRefused to ALDER: price lines L1@ALDER B1: unpriceable: line L1@ALDER-0003 is priced twice
L1 CommandRefused to ALDER: price lines L1@ALDER B1: unpriceable: line L1@ALDER-0001: 101.0000001 has more than 6 decimals
L1 CommandRefused to ALDER: price lines L1@ALDER B1: unpriceable: line 2 would trade at 0 percent of par
L1 CommandRefused to ALDER: price lines L1@ALDER B9: unknown quote: quote B9 is not a quote of this inquiry
L1 CommandRefused to BIRCH: price lines L1@BIRCH B1: unknown quote: quote B1 is not a quote of this inquiry

ALDER bid L1 B2 total=1102000
ALDER price L1 B1 1=101 2=93.8 3=97.8
----
L1 QuoteReceived ALDER/B2 total 1102000.00: cash 1102000.00, best ALDER/B2
L1 CommandRefused to ALDER: price lines L1@ALDER B1: quote superseded: BID SUPERSEDED: the dealer has quoted again since

ALDER pass L1 B2
ALDER price L1 B2 1=101 2=93.8 3=97.8
----
L1 QuoteLost ALDER/B2 withdrawn
L1 CommandRefused to ALDER: price lines L1@ALDER B2: quote withdrawn: BID WITHDRAWN by the dealer

## Corrected before the award

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER price L1 B1 1=101 2=93.8 3=97.8
ALDER price L1 B1 1=101.1 2=93.8 3=97.4
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
L1 LinesPriced ALDER/B1 at 101 93.8 97.8
L1 LinesPriced ALDER/B1 at 101.1 93.8 97.4
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10

# But not after it.
ALDER price L1 B1 1=101 2=93.8 3=97.8
ALDER price L1 B1 1=101.1 2=93.8 3=97.4
ALDER confirm L1
----
L1 CommandRefused to ALDER: price lines L1@ALDER B1: too late: the client took the quote with the line prices it had
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.1: 2022000.00 + 23000.00 = 2045000.00
    TRADE-L1-0002-1 at 93.8: -1407000.00 + -3500.00 = -1410500.00
    TRADE-L1-0003-1 at 97.4: 487000.00 + 3315.28 = 490315.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed

ALDER price L1 B1 1=101 2=93.8 3=97.8
----
L1 CommandRefused to ALDER: price lines L1@ALDER B1: closed: the inquiry is closed

## Sent first in last look

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
ALDER price L1 B1 1=101 2=93.8 3=97.8
ALDER confirm L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 LinesPriced ALDER/B1 at 101 93.8 97.8
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-L1-0002-1 at 93.8: -1407000.00 + -3500.00 = -1410500.00
    TRADE-L1-0003-1 at 97.8: 489000.00 + 3315.28 = 492315.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed
