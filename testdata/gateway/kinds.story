## A total amount

NORTHGATE submit L1 1-3
ALDER bid L1 B1 total=1100000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 total 1100000.00: cash 1100000.00, best ALDER/B1

# Nothing else is taken, nor what leads to no price of a bond.
BIRCH bid L1 B1 bp=2
BIRCH bid L1 B2 sell=100 buy=94
BIRCH bid L1 B3
BIRCH bid L1 B4 total=-90000000
BIRCH bid L1 B5 total=90000000000000000
BIRCH bid L1 B6 total=-90000000000000000
----
L1 CommandRefused to BIRCH: bid L1@BIRCH B1: wrong price kind: the inquiry asks for a total amount and nothing else
L1 CommandRefused to BIRCH: bid L1@BIRCH B2: wrong price kind: the inquiry asks for a total amount and nothing else
L1 CommandRefused to BIRCH: bid L1@BIRCH B3: wrong price kind: the inquiry asks for a total amount and nothing else
L1 CommandRefused to BIRCH: bid L1@BIRCH B4: unpriceable: line 1 would trade at -1141.150568 percent of par
L1 CommandRefused to BIRCH: bid L1@BIRCH B5: unpriceable: line 1 would trade at 200101.25 percent of par
L1 CommandRefused to BIRCH: bid L1@BIRCH B6: unpriceable: line 1 would trade at -199898.75 percent of par

# Buying can leave the client paying: the higher cash is the better.
NORTHGATE submit L2
  1 buy NORTH 1000000
ALDER bid L2 B1 total=-1013000
BIRCH bid L2 B1 total=-1012900
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 1 of 1, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 11500.00
= L2 open, due 13:30:05
L2 QuoteReceived ALDER/B1 total -1013000.00: cash -1013000.00, best ALDER/B1
L2 QuoteReceived BIRCH/B1 total -1012900.00: cash -1012900.00, best BIRCH/B1, cover ALDER/B1
= L2 open, due 13:35:00

BIRCH bid L2 B2 total=1012900
----
L2 CommandRefused to BIRCH: bid L2@BIRCH B2: unpriceable: line 1 would trade at -101.29 percent of par

## A spread concession: the larger, the worse for the client

NORTHGATE submit L1 1-3 kind=spread
ALDER bid L1 B1 bp=3
BIRCH bid L1 B1 bp=2.5
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened spread concession in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00, against T7 95
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00, against T10 141.5
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28, against T3 62
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 concedes 3 bp: cash 1100975.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 concedes 2.5 bp: cash 1102375.00, best BIRCH/B1, cover ALDER/B1
= L1 open, due 13:35:00

BIRCH bid L1 B2 total=1100000
BIRCH bid L1 B3 bp=20000
BIRCH bid L1 B4 bp=9223372036854
ALDER bid L1 B2 bp=-1
----
L1 CommandRefused to BIRCH: bid L1@BIRCH B2: wrong price kind: the inquiry asks for a spread concession and nothing else
L1 CommandRefused to BIRCH: bid L1@BIRCH B3: unpriceable: line 1: no yield at that spread
L1 CommandRefused to BIRCH: bid L1@BIRCH B4: unpriceable: line 1: no yield at that spread
L1 QuoteReceived ALDER/B2 concedes -1 bp: cash 1112175.00, best ALDER/B2, cover BIRCH/B1

NORTHGATE accept L1 ALDER/B2
ALDER confirm L1
----
L1 QuoteAwarded ALDER/B2, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 Traded TRADE-L1 on ALDER/B2: cash 1112175.00, net 1134990.28
    TRADE-L1-0001-1 at 101.32: 2026400.00 + 23000.00 = 2049400.00
    TRADE-L1-0002-1 at 93.43: -1401450.00 + -3500.00 = -1404950.00
    TRADE-L1-0003-1 at 97.445: 487225.00 + 3315.28 = 490540.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1112175.00 + 22815.28 = 1134990.28
    BIRCH is told cover of B1
= L1 executed

## A spread over another benchmark than the bond's own, in euros

NORTHGATE submit L1 kind=spread ccy=EUR
  1 sell RHINE 2000000 ref=90
BIRCH bid L1 B1 bp=1.5
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 1 of 1, last
L1 Opened spread concession in EUR until 13:35:00, asked ALDER BIRCH
    1 RHINE settles 2025-06-18, 29 days accrued 5561.64, against BUND 90
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 concedes 1.5 bp: cash 2012100.00, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 2012100.00, net 2017661.64
    TRADE-L1-0001-1 at 100.605: 2012100.00 + 5561.64 = 2017661.64
    TRADE-L1-N01  EUR 2025-06-18: lines [1], face 2000000: 2012100.00 + 5561.64 = 2017661.64
    ALDER is told not executed
= L1 executed

## Percent of par, one for each side

NORTHGATE submit L1 1-3 kind=percent
ALDER bid L1 B1 sell=100.3 buy=93.65
BIRCH bid L1 B1 sell=100.31 buy=93.7
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 sells at 100.3, buys at 93.65: cash 1102750.00, best ALDER/B1
L1 QuoteReceived BIRCH/B1 sells at 100.31, buys at 93.7: cash 1102250.00, best ALDER/B1, cover BIRCH/B1
= L1 open, due 13:35:00

BIRCH bid L1 B2 sell=100.31
BIRCH bid L1 B3 buy=93
BIRCH bid L1 B4 sell=-100 buy=93
BIRCH bid L1 B5 sell=2000 buy=93
----
L1 CommandRefused to BIRCH: bid L1@BIRCH B2: wrong price kind: the quote needs one percentage for each side that the inquiry has: buy
L1 CommandRefused to BIRCH: bid L1@BIRCH B3: wrong price kind: the quote needs one percentage for each side that the inquiry has: sell
L1 CommandRefused to BIRCH: bid L1@BIRCH B4: unpriceable: line 1 would trade at -113.544643 percent of par
L1 CommandRefused to BIRCH: bid L1@BIRCH B5: unpriceable: line 1 would trade at 2136.455357 percent of par

NORTHGATE accept L1 ALDER/B1
ALDER confirm L1
----
L1 QuoteAwarded ALDER/B1, last look until 13:30:10
= L1 awarded, due 13:30:10
L1 Traded TRADE-L1 on ALDER/B1: cash 1102750.00, net 1125565.28
    TRADE-L1-0001-1 at 101.0625: 2021250.00 + 23000.00 = 2044250.00
    TRADE-L1-0002-1 at 93.65: -1404750.00 + -3500.00 = -1408250.00
    TRADE-L1-0003-1 at 97.25: 486250.00 + 3315.28 = 489565.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102750.00 + 22815.28 = 1125565.28
    BIRCH is told cover of B1
= L1 executed

## One side only

NORTHGATE submit L1 kind=percent
  1 buy NORTH 1000000
  2 buy HARBOR 1000000
ALDER bid L1 B1 buy=97.5
BIRCH bid L1 B1 sell=97 buy=97.5
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 2, last
L1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 11500.00
    2 HARBOR settles 2025-06-17, 16 days accrued 2333.33
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/B1 sells at 0, buys at 97.5: cash -1950000.00, best ALDER/B1
L1 CommandRefused to BIRCH: bid L1@BIRCH B1: wrong price kind: the quote needs one percentage for each side that the inquiry has: sell

## A list too large to close to the cent says what is left

NORTHGATE submit L1
  1 sell NORTH 90000000
  2 sell HARBOR 70000000
BIRCH bid L1 B1 total=156575000.11
NORTHGATE accept L1 BIRCH/B1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 2 of 2, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 1035000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 163333.33
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 156575000.11: cash 156575000.11, best BIRCH/B1
L1 QuoteAwarded BIRCH/B1, last look until 13:30:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 156575000.00, net 157773333.33, residue 0.11
    TRADE-L1-0001-1 at 101.25: 91125000.00 + 1035000.00 = 92160000.00
    TRADE-L1-0002-1 at 93.5: 65450000.00 + 163333.33 = 65613333.33
    TRADE-L1-N01  USD 2025-06-17: lines [1 2], face 160000000: 156575000.00 + 1198333.33 = 157773333.33
    ALDER is told not executed
= L1 executed

NORTHGATE submit L2 kind=percent
  1 sell NORTH 90000000
  2 sell HARBOR 70000000
BIRCH bid L2 B1 sell=97.85937507
NORTHGATE accept L2 BIRCH/B1
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 2 of 2, last
L2 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 1035000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 163333.33
= L2 open, due 13:30:05
L2 QuoteReceived BIRCH/B1 sells at 97.85937507, buys at 0: cash 156575000.11, best BIRCH/B1
L2 QuoteAwarded BIRCH/B1, last look until 13:30:00
L2 Traded TRADE-L2 on BIRCH/B1: cash 156575000.00, net 157773333.33, residue 0.11
    TRADE-L2-0001-1 at 101.25: 91125000.00 + 1035000.00 = 92160000.00
    TRADE-L2-0002-1 at 93.5: 65450000.00 + 163333.33 = 65613333.33
    TRADE-L2-N01  USD 2025-06-17: lines [1 2], face 160000000: 156575000.00 + 1198333.33 = 157773333.33
    ALDER is told not executed
= L2 executed

## Equal quotes: the earlier is the better

NORTHGATE submit L1 1-3
+1s BIRCH bid L1 B1 total=1100000
+1s ALDER bid L1 B1 total=1100000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived BIRCH/B1 total 1100000.00: cash 1100000.00, best BIRCH/B1
L1 QuoteReceived ALDER/B1 total 1100000.00: cash 1100000.00, best BIRCH/B1, cover ALDER/B1
= L1 open, due 13:35:00

+1s BIRCH bid L1 B2 total=1100000
----
L1 QuoteReceived BIRCH/B2 total 1100000.00: cash 1100000.00, best ALDER/B1, cover BIRCH/B2
