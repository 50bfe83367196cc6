## A quote is good until its time

NORTHGATE submit L1 1-3
ALDER bid L1 A1 total=1102000 until=60s
BIRCH bid L1 B1 total=1101000 until=90s
wait 1m
NORTHGATE accept L1 ALDER/A1
ALDER bid L1 A1 total=1102000 until=60s
ALDER price L1 A1 1=101 2=93.8 3=97.8
ALDER pass L1 A1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/A1 total 1102000.00 until 13:31:00: cash 1102000.00, best ALDER/A1
L1 QuoteReceived BIRCH/B1 total 1101000.00 until 13:31:30: cash 1101000.00, best ALDER/A1, cover BIRCH/B1
= L1 open, due 13:31:00
L1 QuoteLost ALDER/A1 expired
= L1 open, due 13:31:30
L1 CommandRefused to NORTHGATE: accept L1 ALDER/A1: quote expired: BID EXPIRED: the quote was good until 13:31:00.000
L1 CommandRefused to ALDER: bid L1@ALDER A1: quote expired: quote A1 was good until 13:31:00.000 only: quote again under a new id
L1 CommandRefused to ALDER: price lines L1@ALDER A1: quote expired: BID EXPIRED: the quote was good until 13:31:00.000

# A quote renews the dealer's offer, and what is renewed does not end.
ALDER bid L1 A2 total=1102000 until=2m
ALDER bid L1 A3 total=1102500
wait 2m
NORTHGATE accept L1 ALDER/A3
ALDER confirm L1
----
L1 QuoteReceived ALDER/A2 total 1102000.00 until 13:32:00: cash 1102000.00, best ALDER/A2, cover BIRCH/B1
L1 QuoteReceived ALDER/A3 total 1102500.00: cash 1102500.00, best ALDER/A3, cover BIRCH/B1
L1 QuoteLost BIRCH/B1 expired
= L1 open, due 13:35:00
L1 QuoteAwarded ALDER/A3, last look until 13:33:10
= L1 awarded, due 13:33:10
L1 Traded TRADE-L1 on ALDER/A3: cash 1102500.00, net 1125315.28
    TRADE-L1-0001-1 at 101.15625: 2023125.00 + 23000.00 = 2046125.00
    TRADE-L1-0002-1 at 93.8125: -1407187.50 + -3500.00 = -1410687.50
    TRADE-L1-0003-1 at 97.3125: 486562.50 + 3315.28 = 489877.78
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102500.00 + 22815.28 = 1125315.28
    BIRCH is told not executed of B1
= L1 executed

## Nobody waits for the tick that tells it

NORTHGATE submit L1 1-3
ALDER bid L1 A1 total=1103000 until=60s
BIRCH bid L1 B1 total=1101000
+60s NORTHGATE accept L1 ALDER/A1
BIRCH bid L1 B2 total=1100000
ALDER disconnect
NORTHGATE accept L1 BIRCH/B2
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/A1 total 1103000.00 until 13:31:00: cash 1103000.00, best ALDER/A1
L1 QuoteReceived BIRCH/B1 total 1101000.00: cash 1101000.00, best ALDER/A1, cover BIRCH/B1
= L1 open, due 13:31:00
L1 QuoteLost ALDER/A1 expired
L1 CommandRefused to NORTHGATE: accept L1 ALDER/A1: quote expired: BID EXPIRED: the quote was good until 13:31:00.000
= L1 open, due 13:35:00
L1 QuoteReceived BIRCH/B2 total 1100000.00: cash 1100000.00, best BIRCH/B2
L1 QuoteAwarded BIRCH/B2, last look until 13:31:00
L1 Traded TRADE-L1 on BIRCH/B2: cash 1100000.00, net 1122815.28
    TRADE-L1-0001-1 at 101.122159: 2022443.18 + 23000.00 = 2045443.18
    TRADE-L1-0002-1 at 93.926136: -1408892.04 + -3500.00 = -1412392.04
    TRADE-L1-0003-1 at 97.289772: 486448.86 + 3315.28 = 489764.14
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1100000.00 + 22815.28 = 1122815.28
    ALDER is told not executed of A1
= L1 executed

## A quote that has ended before it came

NORTHGATE submit L1 1-3
wait 30s
ALDER bid L1 A1 total=1102000 until=30s
ALDER bid L1 A1 total=1102000 until=20s
ALDER bid L1 A1 total=1102000 until=31s
ALDER bid L1 A1 total=1102000 until=31s
ALDER bid L1 A1 total=1102000 until=32s
ALDER bid L1 A1 total=1102000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 DealerUnresponsive ALDER
L1 DealerUnresponsive BIRCH
= L1 open, due 13:35:00
L1 CommandRefused to ALDER: bid L1@ALDER A1: quote expired: quote A1 was good until 13:30:30.000 only: quote again
L1 CommandRefused to ALDER: bid L1@ALDER A1: quote expired: quote A1 was good until 13:30:20.000 only: quote again
L1 QuoteReceived ALDER/A1 total 1102000.00 until 13:30:31: cash 1102000.00, best ALDER/A1
= L1 open, due 13:30:31
L1 CommandRefused to ALDER: bid L1@ALDER A1: duplicate quote: quote A1 was used before and said something else

## A quote that was taken in time stays while its dealer looks

NORTHGATE submit L1 1-3
ALDER bid L1 A1 total=1103000 until=60s
BIRCH bid L1 B1 total=1101000 until=62s
wait 55s
NORTHGATE accept L1 ALDER/A1
wait 9s
ALDER confirm L1
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/A1 total 1103000.00 until 13:31:00: cash 1103000.00, best ALDER/A1
L1 QuoteReceived BIRCH/B1 total 1101000.00 until 13:31:02: cash 1101000.00, best ALDER/A1, cover BIRCH/B1
= L1 open, due 13:31:00
L1 QuoteAwarded ALDER/A1, last look until 13:31:05
= L1 awarded, due 13:31:02
L1 QuoteLost BIRCH/B1 expired
= L1 awarded, due 13:31:05
L1 Traded TRADE-L1 on ALDER/A1: cash 1103000.00, net 1125815.28
    TRADE-L1-0001-1 at 101.163068: 2023261.36 + 23000.00 = 2046261.36
    TRADE-L1-0002-1 at 93.789773: -1406846.60 + -3500.00 = -1410346.60
    TRADE-L1-0003-1 at 97.317048: 486585.24 + 3315.28 = 489900.52
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1103000.00 + 22815.28 = 1125815.28
    BIRCH is told not executed of B1
= L1 executed

# And without a confirmation there is neither.
NORTHGATE submit L2 1-3
ALDER bid L2 A1 total=1103000 until=130s
BIRCH bid L2 B1 total=1101000 until=132s
wait 60s
NORTHGATE accept L2 ALDER/A1
wait 15s
----
L2 Begun for NORTHGATE, complete by 13:31:34
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:31:09
L2 QuoteReceived ALDER/A1 total 1103000.00 until 13:32:10: cash 1103000.00, best ALDER/A1
L2 QuoteReceived BIRCH/B1 total 1101000.00 until 13:32:12: cash 1101000.00, best ALDER/A1, cover BIRCH/B1
= L2 open, due 13:32:10
L2 QuoteAwarded ALDER/A1, last look until 13:32:14
= L2 awarded, due 13:32:12
L2 QuoteLost BIRCH/B1 expired
L2 AwardLost ALDER/A1 silent
= L2 open, due 13:35:00

## As long as the inquiry

NORTHGATE submit L1 1-3 auto in=2m
ALDER bid L1 A1 total=1103000 until=119s
BIRCH bid L1 B1 total=1101000 until=3m
wait 2m
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:32:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived ALDER/A1 total 1103000.00 until 13:31:59: cash 1103000.00, best ALDER/A1
L1 QuoteReceived BIRCH/B1 total 1101000.00 until 13:33:00: cash 1101000.00, best ALDER/A1, cover BIRCH/B1
= L1 open, due 13:31:59
L1 QuoteLost ALDER/A1 expired
L1 QuoteAwarded BIRCH/B1, last look until 13:32:00
L1 Traded TRADE-L1 on BIRCH/B1: cash 1101000.00, net 1123815.28
    TRADE-L1-0001-1 at 101.135795: 2022715.90 + 23000.00 = 2045715.90
    TRADE-L1-0002-1 at 93.880681: -1408210.22 + -3500.00 = -1411710.22
    TRADE-L1-0003-1 at 97.298864: 486494.32 + 3315.28 = 489809.60
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1101000.00 + 22815.28 = 1123815.28
    ALDER is told not executed of A1
= L1 executed

NORTHGATE submit L2 1-3 auto in=4m
BIRCH bid L2 B1 total=1101000 until=230s
+230s tick
tick
+10s tick
----
L2 Begun for NORTHGATE, complete by 13:32:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:34:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:32:05
L2 QuoteReceived BIRCH/B1 total 1101000.00 until 13:33:50: cash 1101000.00, best BIRCH/B1
L2 QuoteLost BIRCH/B1 expired
L2 Lapsed 
= L2 expired

# A quote can end behind the deadline. The gateway is late to take the best, and it is not taken.
NORTHGATE submit L3 1-3 auto in=8m
BIRCH bid L3 B1 total=1101000 until=481s
+122s tick
tick
----
L3 Begun for NORTHGATE, complete by 13:36:30
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:38:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:36:05
L3 QuoteReceived BIRCH/B1 total 1101000.00 until 13:38:01: cash 1101000.00, best BIRCH/B1
L3 QuoteLost BIRCH/B1 expired
L3 Lapsed 
= L3 expired

## As was agreed with the dealer

ROWAN submit R1 single of=FIR,BIRCH
  1 sell NORTH 2000000
FIR bid R1 F1 sell=101
FIR bid R1 F2 sell=101.01 until=90s
BIRCH bid R1 B1 sell=100
FIR bid R1 F3 sell=101.02
wait 1m
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen FIR
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH FIR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 QuoteReceived FIR/F1 sells at 101, buys at 0 until 13:31:00: cash 2020000.00, best FIR/F1
R1 QuoteReceived FIR/F2 sells at 101.01, buys at 0 until 13:31:30: cash 2020200.00, best FIR/F2
R1 QuoteReceived BIRCH/B1 sells at 100, buys at 0: cash 2000000.00, best FIR/F2, cover BIRCH/B1
= R1 open, due 13:31:30
R1 QuoteReceived FIR/F3 sells at 101.02, buys at 0 until 13:31:00: cash 2020400.00, best FIR/F3, cover BIRCH/B1
= R1 open, due 13:31:00
R1 QuoteLost FIR/F3 expired
= R1 open, due 13:35:00
