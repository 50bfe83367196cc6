## Only what is live

NORTHGATE submit L1 1-3
NORTHGATE accept L1 ALDER/B1
ALDER bid L1 B1 total=1102000
ALDER bid L1 B2 total=1102100
BIRCH bid L1 B1 total=1102200
BIRCH pass L1 B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: unknown quote: quote ALDER/B1 is not a quote of this inquiry
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteReceived ALDER/B2 total 1102100.00: cash 1102100.00, best ALDER/B2
L1 QuoteReceived BIRCH/B1 total 1102200.00: cash 1102200.00, best BIRCH/B1, cover ALDER/B2
= L1 open, due 13:35:00
L1 QuoteLost BIRCH/B1 withdrawn

NORTHGATE accept L1 ALDER/B1
NORTHGATE accept L1 BIRCH/B1
NORTHGATE accept L1 NOSUCH
NORTHGATE accept L9 ALDER/B2
QUIETFUND accept L1 ALDER/B2
ALDER accept L1 ALDER/B2
NORTHGATE accept L1 ALDER/B2 round=INQ-L9
NORTHGATE accept L1 ALDER/B2 round=INQ-L1 of=BIRCH
----
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: quote superseded: BID SUPERSEDED: the dealer has quoted again since
L1 CommandRefused to NORTHGATE: accept L1 BIRCH/B1: quote withdrawn: BID WITHDRAWN by the dealer
L1 CommandRefused to NORTHGATE: accept L1 NOSUCH: unknown quote: quote NOSUCH is not a quote of this inquiry
- CommandRefused to NORTHGATE: accept L9 ALDER/B2: unknown inquiry: list L9 is not known here
- CommandRefused to QUIETFUND: accept L1 ALDER/B2: unknown inquiry: list L1 is not known here
- CommandRefused to ALDER: accept L1 ALDER/B2: unknown inquiry: list L1 is not known here
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B2: unknown quote: bidding round INQ-L9 is not that of list L1
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B2: unknown quote: quote ALDER/B2 is not a quote of BIRCH

ALDER disconnect
NORTHGATE accept L1 ALDER/B2
----
L1 QuoteLost ALDER/B2 stale
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B2: quote stale: BID STALE: the dealer disconnected after quoting

## A quote of another list

NORTHGATE submit L1 1-3
NORTHGATE submit L2 1-3
ALDER bid L2 B1 total=1102000
NORTHGATE accept L1 L2:ALDER/B1
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
L2 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: unknown quote: quote ALDER/B1 is not a quote of this inquiry

## Not the best, if the client likes

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told cover of B1
= L1 executed

## Twice, and another one

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
NORTHGATE accept L1 ALDER/B1
NORTHGATE accept L1 ALDER/B1
NORTHGATE accept L1 BIRCH/B1
NORTHGATE accept L1 NOSUCH
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 StatusTold to NORTHGATE: awarded, again
L1 CommandRefused to NORTHGATE: accept L1 BIRCH/B1: already awarded: ALREADY AWARDED to quote ALDER/B1
L1 CommandRefused to NORTHGATE: accept L1 NOSUCH: already awarded: ALREADY AWARDED to quote ALDER/B1

ALDER confirm L1
NORTHGATE accept L1 ALDER/B1
NORTHGATE accept L1 BIRCH/B1
----
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told cover of B1
= L1 executed
L1 StatusTold to NORTHGATE: executed, again
L1 CommandRefused to NORTHGATE: accept L1 BIRCH/B1: already awarded: ALREADY AWARDED to quote ALDER/B1

## Too late, before and after the tick that says so

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
+5m NORTHGATE accept L1 ALDER/B1
tick
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
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: closed: BID EXPIRED: the inquiry ended at 13:35:00.000
L1 Lapsed 
= L1 expired
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: closed: BID EXPIRED: the inquiry ended at 13:35:00.000

## A list that is not open

NORTHGATE submit L1 1-2
NORTHGATE accept L1 ALDER/B1
NORTHGATE cancel L1
NORTHGATE accept L1 ALDER/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: closed: the inquiry is receiving
L1 Cancelled cancelled by the client
= L1 withdrawn
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: closed: the inquiry is withdrawn

NORTHGATE submit L2
  1 sell 037833100 1000
NORTHGATE accept L2 ALDER/B1
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 1 of 1, last
L2 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: SecurityID(48) 037833100 is not in the universe
    line 1, C1: unknown security: SecurityID(48) 037833100 is not in the universe
= L2 refused
L2 CommandRefused to NORTHGATE: accept L2 ALDER/B1: closed: the inquiry is refused

## A firm dealer trades at once

NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1102000
NORTHGATE accept L1 BIRCH/B1
BIRCH confirm L1
BIRCH pass L1 B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1102000.00: cash 1102000.00, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    ALDER is told not executed
= L1 executed
L1 StatusTold to BIRCH: executed, again
L1 CommandRefused to BIRCH: pass L1@BIRCH B1: too late: the inquiry is executed: TRADE-L1
