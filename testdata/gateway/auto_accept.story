## The best at the deadline

NORTHGATE submit L1 1-3 auto
ALDER bid L1 B1 total=1100000
BIRCH bid L1 B1 total=1101000
wait 5m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1100000.00: cash 1100000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best BIRCH/B1, cover ALDER/B1
= L1 open, due 13:35:00
L1 QuoteAwarded BIRCH/B1, last look until 13:35:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told cover of B1
= L1 executed

## Its last look declined, the next best

NORTHGATE submit L1 1-3 auto
ALDER bid L1 B1 total=1101000
BIRCH bid L1 B1 total=1100000
wait 5m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1101000.00: cash 1101000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded ALDER/B1, last look until 13:35:10
= L1 awarded, due 13:35:10

ALDER pass L1 B1
wait 1s
----
L1 AwardLost ALDER/B1 declined "PASS"
= L1 open, due 13:35:00
L1 QuoteAwarded BIRCH/B1, last look until 13:35:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1100000.00, net 1122815.28
    TRADE-L1-0001-1 at 101.122159: 2022443.18 + 23000.00 = 2045443.18
    TRADE-L1-0002-1 at 93.926136: -1408892.04 + -3500.00 = -1412392.04
    TRADE-L1-0003-1 at 97.289772: 486448.86 + 3315.28 = 489764.14
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1100000.00 + 22815.28 = 1122815.28
    ALDER is told not executed of B1
= L1 executed

## Silence in last look, and nobody else

NORTHGATE submit L1 1-3 auto
ALDER bid L1 B1 total=1101000
wait 5m
wait 10s
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1101000.00: cash 1101000.00, best ALDER/B1
L1 DealerUnresponsive BIRCH
L1 QuoteAwarded ALDER/B1, last look until 13:35:10
= L1 awarded, due 13:35:10
L1 AwardLost ALDER/B1 silent
L1 Lapsed 
= L1 expired

## The best breaks a limit, the second does not

NORTHGATE submit L1 auto
  1 sell NORTH 2000000 limit=101
  2 buy HARBOR 1500000
ALDER bid L1 B1 total=620000
ALDER price L1 B1 1=100.5 2=92.666667
BIRCH bid L1 B1 total=619000
wait 5m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 2, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 620000.00: cash 620000.00, best ALDER/B1
L1 LinesPriced ALDER/B1 at 100.5 92.666667
L1 QuoteReceived BIRCH/B1 total 619000.00: cash 619000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded BIRCH/B1, last look until 13:35:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 618999.99, net 638499.99, residue 0.01
    TRADE-L1-0001-1 at 101.2: 2024000.00 + 23000.00 = 2047000.00
    TRADE-L1-0002-1 at 93.666667: -1405000.01 + -3500.00 = -1408500.01
    TRADE-L1-N01  USD 2025-06-17: lines [1 2], face 3500000: 618999.99 + 19500.00 = 638499.99
    ALDER is told cover of B1
= L1 executed

## Nothing live

NORTHGATE submit L1 1-3 auto
ALDER bid L1 B1 total=1101000
ALDER pass L1 B1
wait 5m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1101000.00: cash 1101000.00, best ALDER/B1
L1 QuoteLost ALDER/B1 withdrawn
L1 DealerUnresponsive BIRCH
L1 Lapsed 
= L1 expired

## The client may still choose earlier

NORTHGATE submit L1 1-3 auto
ALDER bid L1 B1 total=1101000
BIRCH bid L1 B1 total=1100000
NORTHGATE accept L1 BIRCH/B1
wait 5m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1101000.00: cash 1101000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1100000.00, net 1122815.28
    TRADE-L1-0001-1 at 101.122159: 2022443.18 + 23000.00 = 2045443.18
    TRADE-L1-0002-1 at 93.926136: -1408892.04 + -3500.00 = -1412392.04
    TRADE-L1-0003-1 at 97.289772: 486448.86 + 3315.28 = 489764.14
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1100000.00 + 22815.28 = 1122815.28
    ALDER is told cover of B1
= L1 executed
