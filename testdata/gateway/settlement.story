## Accounts, dates and allocations

NORTHGATE submit L1
  1 sell NORTH 2000000 account=FUND1
  2 buy HARBOR 1500000 alloc=FUND1:500000,FUND2:1000000
  3 sell MEADOW 500000 account=FUND2 settle=2025-06-20
  4 sell FACTORED 1000000 alloc=FUND2:300000,FUND2:700000
BIRCH bid L1 B1 total=1490000.01
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 4 of 4, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-20, 80 days accrued 3444.44
    4 FACTORED settles 2025-06-17, 152 days accrued 6755.56
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1490000.01: cash 1490000.01, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1490000.01, net 1519700.01
    TRADE-L1-0001-1 at 101.107813: 2022156.26 + 23000.00 = 2045156.26
    TRADE-L1-0002-1 at 93.973958: -1409609.37 + -3500.00 = -1413109.37
    TRADE-L1-0003-1 at 97.280208: 486401.04 + 3444.44 = 489845.48
    TRADE-L1-0004-1 at 97.763021: 391052.08 + 6755.56 = 397807.64
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2], face 2500000: 1552286.47 + 21833.33 = 1574119.80
    TRADE-L1-N02 FUND2 USD 2025-06-17: lines [2 4], face 2000000: -548687.50 + 4422.23 = -544265.27
    TRADE-L1-N03 FUND2 USD 2025-06-20: lines [3], face 500000: 486401.04 + 3444.44 = 489845.48
    ALDER is told not executed
= L1 executed

NORTHGATE affirm TRADE-L1-N01
NORTHGATE affirm TRADE-L1-N01
NORTHGATE reject TRADE-L1-N02
NORTHGATE reject TRADE-L1-N02
BIRCH affirm TRADE-L1-N01
BIRCH affirm TRADE-L1-N02
BIRCH affirm TRADE-L1-N03
----
L1 TicketAnswered TRADE-L1-N01 by NORTHGATE: affirmed
L1 TicketAnswered TRADE-L1-N02 by NORTHGATE: disputed "does not agree"
L1 TicketAnswered TRADE-L1-N01 by BIRCH: affirmed
L1 TicketAnswered TRADE-L1-N02 by BIRCH: affirmed
L1 TicketAnswered TRADE-L1-N03 by BIRCH: affirmed

# A dispute can be followed by an affirmation, not the other way round.
NORTHGATE reject TRADE-L1-N01
NORTHGATE affirm TRADE-L1-N02
NORTHGATE affirm TRADE-L1-N03
----
L1 CommandRefused to NORTHGATE: affirm TRADE-L1-N01: too late: ConfirmID(664) TRADE-L1-N01 was affirmed before: settle the dispute between operators
L1 TicketAnswered TRADE-L1-N02 by NORTHGATE: affirmed
L1 TicketAnswered TRADE-L1-N03 by NORTHGATE: affirmed, all settled
= L1 settled

## Tickets of others, and none

NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1102000
NORTHGATE affirm TRADE-L1-N01
NORTHGATE accept L1 BIRCH/B1
ALDER affirm TRADE-L1-N01
QUIETFUND affirm TRADE-L1-N01
NORTHGATE affirm TRADE-L1-N02
NORTHGATE affirm TRADE-L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1102000.00: cash 1102000.00, best BIRCH/B1
- CommandRefused to NORTHGATE: affirm TRADE-L1-N01: unknown ticket: ConfirmID(664) TRADE-L1-N01 is not a ticket of yours
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    ALDER is told not executed
= L1 executed
- CommandRefused to ALDER: affirm TRADE-L1-N01: unknown ticket: ConfirmID(664) TRADE-L1-N01 is not a ticket of yours
- CommandRefused to QUIETFUND: affirm TRADE-L1-N01: unknown ticket: ConfirmID(664) TRADE-L1-N01 is not a ticket of yours
L1 CommandRefused to NORTHGATE: affirm TRADE-L1-N02: unknown ticket: ConfirmID(664) TRADE-L1-N02 is not a ticket of yours
L1 CommandRefused to NORTHGATE: affirm TRADE-L1: unknown ticket: ConfirmID(664) TRADE-L1 is not a ticket of yours

## Don't know

NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1102000
NORTHGATE accept L1 BIRCH/B1
NORTHGATE dispute TRADE-L1-0002-1
BIRCH dispute TRADE-L1-0003-1
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
L1 LineDisputed TRADE-L1-0002-1 by NORTHGATE, reason F "calculation difference"
L1 LineDisputed TRADE-L1-0003-1 by BIRCH, reason F "calculation difference"

NORTHGATE dispute TRADE-L1-0004-1
NORTHGATE dispute TRADE-L1-0002
ALDER dispute TRADE-L1-0002-1
NORTHGATE dispute 4711
----
L1 CommandRefused to NORTHGATE: dispute TRADE-L1-0004-1: unknown ticket: ExecID(17) TRADE-L1-0004-1 is not an execution of yours
L1 CommandRefused to NORTHGATE: dispute TRADE-L1-0002: unknown ticket: ExecID(17) TRADE-L1-0002 is not an execution of yours
- CommandRefused to ALDER: dispute TRADE-L1-0002-1: unknown ticket: ExecID(17) TRADE-L1-0002-1 is not an execution of yours
- CommandRefused to NORTHGATE: dispute 4711: unknown ticket: ExecID(17) 4711 is not an execution of yours

## Executions again

NORTHGATE replay R1
NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1102000
NORTHGATE accept L1 BIRCH/B1
NORTHGATE submit L2
  1 sell NORTH 2000000
BIRCH bid L2 B1 total=2020000
NORTHGATE accept L2 BIRCH/B1
NORTHGATE submit L3 1-3
NORTHGATE replay R2
----
- CommandRefused to NORTHGATE: replay R1: unknown ticket: nothing was executed today
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
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 1 of 1, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= L2 open, due 13:30:05
L2 QuoteReceived BIRCH/B1 total 2020000.00: cash 2020000.00, best BIRCH/B1
L2 QuoteAwarded BIRCH/B1, last look until 13:30:00
L2 Traded TRADE-L2 on BIRCH/B1: cash 2020000.00, net 2043000.00
    TRADE-L2-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-L2-N01  USD 2025-06-17: lines [1], face 2000000: 2020000.00 + 23000.00 = 2043000.00
    ALDER is told not executed
= L2 executed
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:30:05
L1 FillsReplayed to NORTHGATE for R2, of 4
L2 FillsReplayed to NORTHGATE for R2, of 4, last

BIRCH replay R3
QUIETFUND replay R4
----
- CommandRefused to BIRCH: replay R3: unknown ticket: nothing was executed today
- CommandRefused to QUIETFUND: replay R4: unknown ticket: nothing was executed today

# Those of the day only.
+24h NORTHGATE replay R5
----
- CommandRefused to NORTHGATE: replay R5: unknown ticket: nothing was executed today

## What losers are told is the client's to say

NORTHGATE submit L1 1-3
NORTHGATE ask L1 CEDAR
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
CEDAR bid L1 B1 total=1100000
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 DealersAsked asked CEDAR
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
L1 QuoteReceived CEDAR/B1 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told cover of B1
    CEDAR is told done away of B1
= L1 executed

QUIETFUND submit L2 1-3
QUIETFUND ask L2 ALDER
QUIETFUND ask L2 BIRCH
QUIETFUND ask L2 CEDAR
ALDER bid L2 B1 total=1102000
BIRCH bid L2 B1 total=1101000
CEDAR bid L2 B1 total=1100000
QUIETFUND accept L2 BIRCH/B1
----
L2 Begun for QUIETFUND, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:35:00
L2 DealersAsked asked ALDER
= L2 open, due 13:30:05
L2 DealersAsked asked BIRCH
L2 DealersAsked asked CEDAR
L2 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L2 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
L2 QuoteReceived CEDAR/B1 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B1
= L2 open, due 13:35:00
L2 QuoteAwarded BIRCH/B1, last look until 13:30:00
L2 Traded TRADE-L2 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L2-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L2-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L2-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L2-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told not executed of B1
    CEDAR is told not executed of B1
= L2 executed

# One that has gone is nobody's cover.
NORTHGATE submit L3 1-3
NORTHGATE ask L3 CEDAR
ALDER bid L3 B1 total=1102000
BIRCH bid L3 B1 total=1101000
CEDAR bid L3 B1 total=1100000
ALDER pass L3 B1
NORTHGATE accept L3 BIRCH/B1
----
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:30:05
L3 DealersAsked asked CEDAR
L3 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L3 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
L3 QuoteReceived CEDAR/B1 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B1
= L3 open, due 13:35:00
L3 QuoteLost ALDER/B1 withdrawn
L3 QuoteAwarded BIRCH/B1, last look until 13:30:00
L3 Traded TRADE-L3 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L3-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L3-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L3-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L3-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told not executed of B1
    CEDAR is told cover of B1
= L3 executed
