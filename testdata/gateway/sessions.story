## A dealer's session ends: its quote goes, the others stay

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
ALDER disconnect
ALDER disconnect
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
L1 QuoteLost ALDER/B1 stale
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: quote stale: BID STALE: the dealer disconnected after quoting

# It is shown the inquiry again. Its old quote does not come back by repeating it.
ALDER connect
ALDER bid L1 B1 total=1102000
ALDER bid L1 B2 total=1101900
----
L1 StatePushed to ALDER
L1 CommandRefused to ALDER: bid L1@ALDER B1: quote stale: your session ended after quote B1: quote again under a new id
L1 QuoteReceived ALDER/B2 total 1101900.00: cash 1101900.00, best ALDER/B2, cover BIRCH/B1

## A dealer that has not quoted

NORTHGATE submit L1 1-3
ALDER disconnect
ALDER connect
ALDER connect reset
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 StatePushed to ALDER
L1 StatePushed to ALDER, all of it

## A client's session ends

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
NORTHGATE disconnect
BIRCH bid L1 B1 total=1101000
NORTHGATE connect
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
L1 StatePushed to NORTHGATE
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told cover of B1
= L1 executed

## A client whose lists end with its session

QUIETFUND submit L1 1-2
QUIETFUND submit L2 1-3
QUIETFUND ask L2 ALDER
QUIETFUND submit L3 1-3
QUIETFUND ask L3 ALDER
ALDER bid L2 B1 total=1102000
ALDER bid L3 B1 total=1102000
QUIETFUND accept L3 ALDER/B1
QUIETFUND disconnect
----
L1 Begun for QUIETFUND, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L2 Begun for QUIETFUND, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:35:00
L2 DealersAsked asked ALDER
= L2 open, due 13:30:05
L3 Begun for QUIETFUND, complete by 13:30:30
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:35:00
L3 DealersAsked asked ALDER
= L3 open, due 13:30:05
L2 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
= L2 open, due 13:35:00
L3 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
= L3 open, due 13:35:00
L3 QuoteAwarded ALDER/B1, last look until 13:30:10
= L3 awarded, due 13:30:10
L1 Cancelled cancelled: the client's session ended
L2 Cancelled cancelled: the client's session ended
= L1 withdrawn
= L2 withdrawn

# What is awarded is decided by the dealer.
ALDER confirm L3
----
L3 Traded TRADE-L3 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L3-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L3-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L3-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L3-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
= L3 executed

## Between fragments

NORTHGATE submit L1 1-2
NORTHGATE disconnect
+20s NORTHGATE connect
NORTHGATE submit L1 1-2 resend
NORTHGATE submit L1 3-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 3
= L1 receiving, due 13:30:30
L1 FragmentReceived lines 3 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:25

## After the execution

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1102000
BIRCH bid L1 B1 total=1101000
NORTHGATE accept L1 ALDER/B1
ALDER confirm L1
NORTHGATE disconnect
ALDER disconnect
NORTHGATE connect
ALDER connect
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
L1 Traded TRADE-L1 on ALDER/B1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101.149432: 2022988.64 + 23000.00 = 2045988.64
    TRADE-L1-0002-1 at 93.835228: -1407528.42 + -3500.00 = -1411028.42
    TRADE-L1-0003-1 at 97.307955: 486539.78 + 3315.28 = 489855.06
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told cover of B1
= L1 executed

# Only a reset loses what resending would bring.
NORTHGATE connect reset
ALDER connect reset
BIRCH connect reset
NORTHGATE affirm TRADE-L1-N01
ALDER connect reset
ALDER affirm TRADE-L1-N01
NORTHGATE connect reset
ALDER connect reset
----
L1 StatePushed to NORTHGATE, all of it
L1 StatePushed to ALDER, all of it
L1 StatusTold to BIRCH: executed, again
L1 TicketAnswered TRADE-L1-N01 by NORTHGATE: affirmed
L1 StatePushed to ALDER, all of it
L1 TicketAnswered TRADE-L1-N01 by ALDER: affirmed, all settled
= L1 settled

## The next morning, numbers begin again: yesterday was told yesterday

NORTHGATE submit L1 1-3
BIRCH bid L1 B1 total=1101000
NORTHGATE accept L1 BIRCH/B1
NORTHGATE connect reset
+18h NORTHGATE connect reset
BIRCH connect reset
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told not executed
= L1 executed
L1 StatePushed to NORTHGATE, all of it

## Several lists at once

NORTHGATE submit L1 1-3
NORTHGATE submit L2 1-3
NORTHGATE submit L3 1-2
NORTHGATE submit L4 1-3
NORTHGATE cancel L4
ALDER bid L1 B1 total=1102000
ALDER bid L2 B1 total=1102000
NORTHGATE accept L2 ALDER/B1
ALDER disconnect
NORTHGATE connect
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
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 2 of 3
= L3 receiving, due 13:30:30
L4 Begun for NORTHGATE, complete by 13:30:30
L4 FragmentReceived lines 1 to 3 of 3, last
L4 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L4 open, due 13:30:05
L4 Cancelled cancelled by the client
= L4 withdrawn
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L2 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L2 QuoteAwarded ALDER/B1, last look until 13:30:10
= L2 awarded, due 13:30:10
L1 QuoteLost ALDER/B1 stale
L2 AwardLost ALDER/B1 disconnected
= L2 open, due 13:30:05
L1 StatePushed to NORTHGATE
L2 StatePushed to NORTHGATE

## Strangers come and go

NORTHGATE submit L1 1-3
ELM disconnect
ELM connect reset
STRANGER connect
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
