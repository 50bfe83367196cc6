# One client, two dealers, three lines: the road from a list to settled tickets.

NORTHGATE submit L1 1-3
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05

ALDER ack L1
BIRCH ack L1
----
L1 DealerAcknowledged ALDER
L1 DealerAcknowledged BIRCH
= L1 open, due 13:35:00

# Marks come to 2,025,000.00 - 1,402,500.00 + 486,875.00 = 1,109,375.00.
+2s ALDER bid L1 B1 total=1102000
+1s BIRCH bid L1 Q77 total=1103500.50
----
L1 QuoteReceived ALDER/B1 total 1102000.00: cash 1102000.00, best ALDER/B1
L1 QuoteReceived BIRCH/Q77 total 1103500.50: cash 1103500.50, best BIRCH/Q77, cover ALDER/B1

ALDER bid L1 B2 total=1104100.25
----
L1 QuoteReceived ALDER/B2 total 1104100.25: cash 1104100.25, best ALDER/B2, cover BIRCH/Q77

NORTHGATE accept L1 ALDER/B2
----
L1 QuoteAwarded ALDER/B2, last look until 13:30:13
= L1 awarded, due 13:30:13

+3s ALDER confirm L1
----
L1 Traded TRADE-L1 on ALDER/B2: cash 1104100.25, net 1126915.53
    TRADE-L1-0001-1 at 101.178072: 2023561.44 + 23000.00 = 2046561.44
    TRADE-L1-0002-1 at 93.739762: -1406096.43 + -3500.00 = -1409596.43
    TRADE-L1-0003-1 at 97.327048: 486635.24 + 3315.28 = 489950.52
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1104100.25 + 22815.28 = 1126915.53
    BIRCH is told cover of Q77
= L1 executed

NORTHGATE affirm TRADE-L1-N01
ALDER affirm TRADE-L1-N01
----
L1 TicketAnswered TRADE-L1-N01 by NORTHGATE: affirmed
L1 TicketAnswered TRADE-L1-N01 by ALDER: affirmed, all settled
= L1 settled
