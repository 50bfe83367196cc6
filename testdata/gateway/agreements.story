## Dealers that cannot quote what is asked are named, and not asked

ROWAN submit L1 1-3 kind=percent
----
L1 Begun for ROWAN, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH FIR GORSE, not able: [CEDAR]
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:02

ROWAN submit L2 1-3 kind=percent of=CEDAR,BIRCH
ROWAN ask L2
ROWAN submit L3 1-3 kind=percent of=CEDAR
ROWAN submit L4 1-3 of=ALDER
ROWAN ask L4 BIRCH
----
L2 Begun for ROWAN, complete by 13:30:30
L2 DealerChosen CEDAR
L2 DealerChosen BIRCH
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened percent per side in USD until 13:35:00, asked BIRCH, not able: [CEDAR]
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05
L2 DealersAsked asked ALDER FIR GORSE, not able: [CEDAR]
= L2 open, due 13:30:02
L3 Begun for ROWAN, complete by 13:30:30
L3 DealerChosen CEDAR
L3 FragmentReceived lines 1 to 3 of 3, last
L3 InquiryRefused no dealers: CEDAR cannot quote a percent per side
= L3 refused
L4 Begun for ROWAN, complete by 13:30:30
L4 DealerChosen ALDER
L4 FragmentReceived lines 1 to 3 of 3, last
L4 Opened total amount in USD until 13:35:00, asked ALDER
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L4 open, due 13:30:05
L4 DealersAsked asked BIRCH

# One of a panel alone, when it is asked later.
ROWAN submit L5 1-3 kind=percent of=ALDER
ROWAN ask L5 CEDAR
ROWAN ask L2
----
L5 Begun for ROWAN, complete by 13:30:30
L5 DealerChosen ALDER
L5 FragmentReceived lines 1 to 3 of 3, last
L5 Opened percent per side in USD until 13:35:00, asked ALDER
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L5 open, due 13:30:05
L5 CommandRefused to ROWAN: ask L5 CEDAR, to INQ-L5: no dealers: CEDAR cannot quote a percent per side

## Dealers that quote one way only

ROWAN submit R1 single of=FIR,BIRCH
  1 two-way NORTH 2000000
ROWAN ask R1 FIR
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen FIR
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH, not able: [FIR]
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 CommandRefused to ROWAN: ask R1 FIR, to INQ-R1: no dealers: FIR cannot quote a two-way price

## Who is asked, and when

QUIETFUND submit L1 1-3
QUIETFUND submit L2 1-3 now
QUIETFUND submit L3 1-3 now of=CEDAR,ALDER,CEDAR
NORTHGATE submit L1 1-3 later
NORTHGATE ask L1 BIRCH
NORTHGATE submit L2 1-3 later of=CEDAR
NORTHGATE ask L3 CEDAR
NORTHGATE submit L3 1-3 later
----
L1 Begun for QUIETFUND, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:35:00
L2 Begun for QUIETFUND, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 InquiryRefused no dealers: no panel is agreed for QUIETFUND: name a dealer
= L2 refused
L3 Begun for QUIETFUND, complete by 13:30:30
L3 DealerChosen CEDAR
L3 DealerChosen ALDER
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:35:00, asked ALDER CEDAR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:30:05
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, nobody asked
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:35:00
L1 DealersAsked asked BIRCH
= L1 open, due 13:30:05
L2 Begun for NORTHGATE, complete by 13:30:30
L2 DealerChosen CEDAR
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked CEDAR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05
L3 Begun for NORTHGATE, complete by 13:30:30
L3 DealerChosen CEDAR
= L3 receiving, due 13:30:30
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:35:00, asked CEDAR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:30:05

# Whoever may not be asked is asked by nobody, and nothing has begun.
NORTHGATE submit L4 1-3 of=BIRCH,ELM
NORTHGATE submit L4 1-3 of=BIRCH,NOBODY
NORTHGATE enquire L4
NORTHGATE submit L4 1-2 of=BIRCH
NORTHGATE submit L4 3-3 of=CEDAR
----
- CommandRefused to NORTHGATE: submit L4: dealer not allowed: NORTHGATE may not ask ELM
- CommandRefused to NORTHGATE: submit L4: unknown dealer: NOBODY is not a dealer here
- CommandRefused to NORTHGATE: enquire L4: unknown inquiry: list L4 is not known here
L4 Begun for NORTHGATE, complete by 13:30:30
L4 DealerChosen BIRCH
L4 FragmentReceived lines 1 to 2 of 3
= L4 receiving, due 13:30:30
L4 InquiryRefused fragment conflict: a fragment names dealers that the first one did not
= L4 refused

## One bond is shown to few

ROWAN submit R1 single
  1 sell NORTH 2000000
ROWAN submit R2 single of=ALDER,BIRCH,GORSE,FIR
  1 sell NORTH 2000000
ROWAN submit R3 single of=ALDER,BIRCH,CEDAR,GORSE
  1 sell NORTH 2000000
ROWAN ask R3 FIR
ROWAN submit L1 1-3
----
R1 Begun for ROWAN, complete by 13:30:30
R1 FragmentReceived lines 1 to 1 of 1, last
R1 InquiryRefused too many dealers: 4 dealers would be asked for one bond: name at most 3
= R1 refused
R2 Begun for ROWAN, complete by 13:30:30
R2 DealerChosen ALDER
R2 DealerChosen BIRCH
R2 DealerChosen GORSE
R2 DealerChosen FIR
R2 FragmentReceived lines 1 to 1 of 1, last
R2 InquiryRefused too many dealers: 4 dealers would be asked for one bond: name at most 3
= R2 refused
R3 Begun for ROWAN, complete by 13:30:30
R3 DealerChosen ALDER
R3 DealerChosen BIRCH
R3 DealerChosen CEDAR
R3 DealerChosen GORSE
R3 FragmentReceived lines 1 to 1 of 1, last
R3 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH GORSE, not able: [CEDAR]
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R3 open, due 13:30:02
R3 CommandRefused to ROWAN: ask R3 FIR, to INQ-R3: too many dealers: 4 dealers would be asked for one bond: name at most 3
L1 Begun for ROWAN, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH CEDAR FIR GORSE
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:02

## A dealer that owes line prices

ROWAN submit L1 1-3 of=FIR,BIRCH
FIR bid L1 F1 total=1102000
ROWAN accept L1 FIR/F1
FIR price L1 F1 1=101 2=93.8 3=97.8
ROWAN accept L1 FIR/F1
----
L1 Begun for ROWAN, complete by 13:30:30
L1 DealerChosen FIR
L1 DealerChosen BIRCH
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked BIRCH FIR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:05
L1 QuoteReceived FIR/F1 total 1102000.00 until 13:31:00: cash 1102000.00, best FIR/F1
L1 CommandRefused to ROWAN: accept L1 FIR/F1: lines missing: quote FIR/F1 has no line prices yet: it can be taken when FIR has sent them
L1 LinesPriced FIR/F1 at 101 93.8 97.8
L1 QuoteAwarded FIR/F1, last look until 13:30:00
L1 Traded TRADE-L1 on FIR/F1: cash 1102000.00, net 1124815.28
    TRADE-L1-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-L1-0002-1 at 93.8: -1407000.00 + -3500.00 = -1410500.00
    TRADE-L1-0003-1 at 97.8: 489000.00 + 3315.28 = 492315.28
    TRADE-L1-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
    BIRCH is told not executed
= L1 executed

# With the quote itself, and a quote for one bond has them.
ROWAN submit L2 1-3 of=FIR
FIR bid L2 F1 total=1102000 1=101 2=93.8 3=97.7
FIR bid L2 F1 total=1102000 1=101 2=93.8
FIR bid L2 F1 total=1102000 1=101 2=93.8 3=97.8
FIR bid L2 F1 total=1102000 1=101 2=93.8 3=97.8
FIR bid L2 F1 total=1102000
FIR bid L2 F1 total=1102000 1=101 2=93.8 3=97.7
FIR price L2 F1 1=101 2=93.8 3=97.8
ROWAN accept L2 FIR/F1
ROWAN submit R1 single of=FIR
  1 sell NORTH 2000000
FIR bid R1 F1 sell=101
ROWAN accept R1 FIR/F1
----
L2 Begun for ROWAN, complete by 13:30:30
L2 DealerChosen FIR
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked FIR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05
L2 CommandRefused to FIR: bid L2@FIR F1: total mismatch: the line prices come to 1101500.00, the quote to 1102000.00: off by 500.00, at most 1.00 is allowed
L2 CommandRefused to FIR: bid L2@FIR F1: unpriceable: line L2@FIR00003 has no price: all 3 lines need one
L2 QuoteReceived FIR/F1 total 1102000.00 until 13:31:00, lines at 101 93.8 97.8: cash 1102000.00, best FIR/F1
= L2 open, due 13:31:00
L2 CommandRefused to FIR: bid L2@FIR F1: duplicate quote: quote F1 was used before and said something else
L2 QuoteAwarded FIR/F1, last look until 13:30:00
L2 Traded TRADE-L2 on FIR/F1: cash 1102000.00, net 1124815.28
    TRADE-L2-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-L2-0002-1 at 93.8: -1407000.00 + -3500.00 = -1410500.00
    TRADE-L2-0003-1 at 97.8: 489000.00 + 3315.28 = 492315.28
    TRADE-L2-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1102000.00 + 22815.28 = 1124815.28
= L2 executed
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen FIR
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked FIR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 QuoteReceived FIR/F1 sells at 101, buys at 0 until 13:31:00: cash 2020000.00, best FIR/F1
= R1 open, due 13:31:00
R1 QuoteAwarded FIR/F1, last look until 13:30:00
R1 Traded TRADE-R1 on FIR/F1: cash 2020000.00, net 2043000.00
    TRADE-R1-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-R1-N01  USD 2025-06-17: lines [1], face 2000000: 2020000.00 + 23000.00 = 2043000.00
= R1 executed

# At the deadline the next best is taken whose line prices are there.
ROWAN submit L3 1-3 of=FIR,BIRCH auto in=30s
FIR bid L3 F1 total=1102000
BIRCH bid L3 B1 total=1100000
wait 30s
----
L3 Begun for ROWAN, complete by 13:30:30
L3 DealerChosen FIR
L3 DealerChosen BIRCH
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:30:30, asked BIRCH FIR
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:30:05
L3 QuoteReceived FIR/F1 total 1102000.00 until 13:31:00: cash 1102000.00, best FIR/F1
L3 QuoteReceived BIRCH/B1 total 1100000.00: cash 1100000.00, best FIR/F1, cover BIRCH/B1
= L3 open, due 13:30:30
L3 QuoteAwarded BIRCH/B1, last look until 13:30:30
L3 Traded TRADE-L3 on BIRCH/B1: cash 1100000.00, net 1122815.28
    TRADE-L3-0001-1 at 101.122159: 2022443.18 + 23000.00 = 2045443.18
    TRADE-L3-0002-1 at 93.926136: -1408892.04 + -3500.00 = -1412392.04
    TRADE-L3-0003-1 at 97.289772: 486448.86 + 3315.28 = 489764.14
    TRADE-L3-N01 FUND1 USD 2025-06-17: lines [1 2 3], face 4000000: 1100000.00 + 22815.28 = 1122815.28
    FIR is told cover of F1
= L3 executed

## A dealer that prices no lines

ROWAN submit L1 1-3 of=GORSE
GORSE bid L1 G1 total=1102000 1=101 2=93.8 3=97.8
GORSE bid L1 G1 total=1102000
GORSE price L1 G1 1=101 2=93.8 3=97.8
----
L1 Begun for ROWAN, complete by 13:30:30
L1 DealerChosen GORSE
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked GORSE
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:02
L1 CommandRefused to GORSE: bid L1@GORSE G1: not entitled: line prices are not agreed with you: quote without them
L1 QuoteReceived GORSE/G1 total 1102000.00: cash 1102000.00, best GORSE/G1
= L1 open, due 13:35:00
L1 CommandRefused to GORSE: price lines L1@GORSE G1: not entitled: line prices are not agreed with you: quote without them

## A dealer that acknowledges in its own time

ROWAN submit L1 1-3 of=GORSE,BIRCH
wait 10s
----
L1 Begun for ROWAN, complete by 13:30:30
L1 DealerChosen GORSE
L1 DealerChosen BIRCH
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked BIRCH GORSE
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L1 open, due 13:30:02
L1 DealerUnresponsive GORSE
L1 DealerUnresponsive BIRCH
= L1 open, due 13:35:00
