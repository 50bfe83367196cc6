## Checked when a quote is taken

NORTHGATE submit L1
  1 sell NORTH 2000000 limit=101
  2 buy HARBOR 1500000 limit=93.8
  3 sell MEADOW 500000
ALDER bid L1 B1 total=1100000
BIRCH bid L1 B1 total=1103000
NORTHGATE accept L1 ALDER/B1
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1100000.00: cash 1100000.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 total 1103000.00: cash 1103000.00, best BIRCH/B1, cover ALDER/B1
= L1 open, due 13:35:00
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: limit broken: line 2 would buy at 93.926136, its limit is 93.8
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1103000.00, net 1125815.28
    TRADE-L1-0001-1 at 101.163068: 2023261.36 + 23000.00 = 2046261.36
    TRADE-L1-0002-1 at 93.789773: -1406846.60 + -3500.00 = -1410346.60
    TRADE-L1-0003-1 at 97.317048: 486585.24 + 3315.28 = 489900.52
    TRADE-L1-N01  USD 2025-06-17: lines [1 2 3], face 4000000: 1103000.00 + 22815.28 = 1125815.28
    ALDER is told cover of B1
= L1 executed

## Line prices are the dealer's, so they can break one too

NORTHGATE submit L1
  1 sell NORTH 2000000 limit=101
  2 buy HARBOR 1500000
  3 sell MEADOW 500000
ALDER bid L1 B1 total=1102000
ALDER price L1 B1 1=100.9 2=93.6666 3=97.8
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
L1 LinesPriced ALDER/B1 at 100.9 93.6666 97.8
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: limit broken: line 1 would sell at 100.9, its limit is 101

ALDER price L1 B1 1=100.9 2=93.666667 3=97.8
NORTHGATE accept L1 ALDER/B1
----
L1 LinesPriced ALDER/B1 at 100.9 93.666667 97.8
L1 CommandRefused to NORTHGATE: accept L1 ALDER/B1: limit broken: line 1 would sell at 100.9, its limit is 101

## In last look as well: the list does not trade, and the dealer is not told why

NORTHGATE submit L1
  1 sell NORTH 2000000 limit=101
  2 buy HARBOR 1500000
  3 sell MEADOW 500000
ALDER bid L1 B1 total=1102000
NORTHGATE accept L1 ALDER/B1
ALDER price L1 B1 1=100.9 2=93.666667 3=97.8
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
L1 LinesPriced ALDER/B1 at 100.9 93.666667 97.8
L1 AwardLost ALDER/B1 declined "line 1 would sell at 100.9, its limit is 101"
= L1 open, due 13:30:05
