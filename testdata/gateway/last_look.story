## Declined, and the second best is still there

NORTHGATE submit L1 1-3
NORTHGATE ask L1 CEDAR
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
CEDAR bid L1 B1 total=1100000
NORTHGATE accept L1 ALDER/B1
ALDER pass L1 B1
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
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 AwardLost ALDER/B1 declined "PASS"
= L1 open, due 13:35:00

NORTHGATE accept L1 ALDER/B1
ALDER confirm L1
NORTHGATE accept L1 CEDAR/B1
wait 5s
----
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: quote spent: BID SPENT: its last look ended without a confirmation
L1 CommandRefused to ALDER: confirm L1@ALDER B1: not awarded: nothing is awarded to you: NOT DONE
L1 QuoteAwarded CEDAR/B1, last look until 13:30:05
= L1 awarded, due 13:30:05
L1 AwardLost CEDAR/B1 silent
= L1 open, due 13:35:00

CEDAR confirm L1
NORTHGATE accept L1 BIRCH/B1
----
L1 CommandRefused to CEDAR: confirm L1@CEDAR B1: not awarded: nothing is awarded to you: NOT DONE
L1 QuoteAwarded BIRCH/B1, last look until 13:30:05
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told not executed of B1
    CEDAR is told not executed of B1
= L1 executed

# Both who had their look and lost hear what the others hear.
ALDER confirm L1
CEDAR pass L1 B1
----
L1 CommandRefused to ALDER: confirm L1@ALDER B1: not awarded: nothing is awarded to you: NOT DONE

## Declined by a dealer that names no quote

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
ALDER pass L1
ALDER pass L1
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
L1 AwardLost ALDER/B1 declined "PASS"
= L1 open, due 13:30:05
L1 DealerPassed ALDER/pass "PASS"

# It may quote again.
ALDER bid L1 B2 total=1101900
NORTHGATE accept L1 ALDER/B2
ALDER confirm L1
ALDER confirm L1
----
L1 QuoteReceived ALDER/B2 total 1101900.00: cash 1101900.00, best ALDER/B2
L1 QuoteAwarded ALDER/B2, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 Traded TRADE-L1 on ALDER/B2: cash 1101900.00, net 1124715.28
    TRADE-L1-0001-1 at 101.148068: 2022961.36 + 23000.00 = 2045961.36
    TRADE-L1-0002-1 at 93.839773: -1407596.60 + -3500.00 = -1411096.60
    TRADE-L1-0003-1 at 97.307048: 486535.24 + 3315.28 = 489850.52
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101900.00 + 22815.28 = 1124715.28
    BIRCH is told not executed
= L1 executed
L1 StatusTold to ALDER: executed, again

## A withdrawal that crosses with the accept

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
ALDER bid L1 B2 total=1102100
NORTHGATE accept L1 ALDER/B2
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
L1 QuoteReceived ALDER/B2 total 1102100.00: cash 1102100.00, best ALDER/B2
L1 QuoteAwarded ALDER/B2, last look until 13:30:10
= L1 awarded, due 13:30:10

ALDER pass L1 B2
----
L1 AwardLost ALDER/B2 declined "PASS"
= L1 open, due 13:30:05

## Silence, and a yes that comes after it

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
wait 10s
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
L1 AwardLost ALDER/B1 silent
L1 DealerUnresponsive BIRCH
= L1 open, due 13:35:00

ALDER confirm L1
----
L1 CommandRefused to ALDER: confirm L1@ALDER B1: not awarded: nothing is awarded to you: NOT DONE

## A yes that comes too late, but before the tick

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
+10s ALDER confirm L1
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
L1 AwardLost ALDER/B1 silent
L1 CommandRefused to ALDER: confirm L1@ALDER B1: not awarded: the last look ended at 13:30:10.000: NOT DONE
= L1 open, due 13:30:05

## A yes in time, to the last instant

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
+9.999s ALDER confirm L1
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
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed

## A session that ends in last look

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
ALDER disconnect
ALDER connect
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
L1 AwardLost ALDER/B1 disconnected
= L1 open, due 13:30:05
L1 StatePushed to ALDER
L1 CommandRefused to ALDER: confirm L1@ALDER B1: not awarded: nothing is awarded to you: NOT DONE

## A yes of who was not asked

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
ALDER confirm L1
NORTHGATE accept L1 ALDER/B1
BIRCH confirm L1
ELM confirm L1
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
L1 CommandRefused to ALDER: confirm L1@ALDER B1: not awarded: nothing is awarded to you: NOT DONE
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 CommandRefused to BIRCH: confirm L1@BIRCH B1: not awarded: nothing is awarded to you: NOT DONE
- CommandRefused to ELM: confirm L1@ELM: unknown inquiry: list L1@ELM is not known here

## Who looks cannot quote; the others go on as if nothing were

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
NORTHGATE ask L1 CEDAR
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
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 DealersAsked asked CEDAR
= L1 open, due 13:30:05
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10

ALDER bid L1 B2 total=1103000
BIRCH bid L1 B2 total=1101500
CEDAR ack L1
CEDAR bid L1 B1 total=1100000
CEDAR pass L1 B1
BIRCH disconnect
BIRCH connect
----
L1 CommandRefused to ALDER: bid L1@ALDER B2: closed: your quote is taken: confirm or decline it
L1 QuoteReceived BIRCH/B2 total 1101500.00: cash 1101500.00, best ALDER/B1, cover BIRCH/B2
L1 DealerAcknowledged CEDAR
L1 QuoteReceived CEDAR/B1 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B2
L1 QuoteLost CEDAR/B1 withdrawn
L1 QuoteLost BIRCH/B2 stale
L1 StatePushed to BIRCH

ALDER pass L1 B1 
NORTHGATE enquire L1
----
L1 AwardLost ALDER/B1 declined "PASS"
= L1 open, due 13:35:00
L1 StatusTold to NORTHGATE: open

## A look may outlast the deadline

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
+4m55s NORTHGATE accept L1 ALDER/B1
wait 6s
BIRCH bid L1 B2 total=1101500
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
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded ALDER/B1, last look until 13:35:05
= L1 awarded, due 13:35:05
L1 CommandRefused to BIRCH: bid L1@BIRCH B2: closed: the inquiry is closed
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told cover of B1
= L1 executed

## And ends with it if nothing comes of it

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
+4m55s NORTHGATE accept L1 ALDER/B1
wait 10s
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
L1 QuoteAwarded ALDER/B1, last look until 13:35:05
= L1 awarded, due 13:35:05
L1 AwardLost ALDER/B1 silent
L1 Lapsed 
= L1 expired
