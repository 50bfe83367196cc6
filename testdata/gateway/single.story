## One bond, one way

# Asked of dealers that are named in the same breath, taken by the quote alone.
ROWAN submit R1 single now of=BIRCH,GORSE
  1 sell NORTH 2000000 account=FUND1
BIRCH bid R1 B1 sell=100.95
GORSE bid R1 G1 sell=101.05
ROWAN accept R1: GORSE/G1 side=sell id=C-77 response=RSP-1
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen BIRCH
R1 DealerChosen GORSE
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH GORSE
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:02
R1 QuoteReceived BIRCH/B1 sells at 100.95, buys at 0: cash 2019000.00, best BIRCH/B1
R1 QuoteReceived GORSE/G1 sells at 101.05, buys at 0: cash 2021000.00, best GORSE/G1, cover BIRCH/B1
= R1 open, due 13:35:00
R1 QuoteAwarded GORSE/G1, as C-77, to RSP-1, last look until 13:30:08
= R1 awarded, due 13:30:08

GORSE confirm R1 G1
GORSE confirm R1
ROWAN accept R1: GORSE/G1 side=sell id=C-78 response=RSP-2
ROWAN accept R1: BIRCH/B1 response=RSP-3
----
R1 Traded TRADE-R1 on GORSE/G1, as C-77, to RSP-1: cash 2021000.00, net 2044000.00
    TRADE-R1-0001-1 at 101.05: 2021000.00 + 23000.00 = 2044000.00
    TRADE-R1-N01 FUND1 USD 2025-06-17: lines [1], face 2000000: 2021000.00 + 23000.00 = 2044000.00
    BIRCH is told cover of B1
= R1 executed
R1 StatusTold to GORSE: executed, again
R1 StatusTold to ROWAN: executed, again
R1 CommandRefused to ROWAN: accept R1 BIRCH/B1, to RSP-3: already awarded: ALREADY AWARDED to quote GORSE/G1

# The line is the client's own from now on; its request can come again.
ROWAN submit R1 single now of=BIRCH,GORSE resend
  1 sell NORTH 2000000 account=FUND1
ROWAN submit R1 single now of=BIRCH,ALDER resend
  1 sell NORTH 2000000 account=FUND1
ROWAN submit R1 single now of=BIRCH,GORSE
  1 sell NORTH 2000000 account=FUND1
ROWAN dispute TRADE-R1-0001-1
----
R1 StatusTold to ROWAN: executed, again
R1 CommandRefused to ROWAN: submit R1, to R1: duplicate inquiry: DUPLICATE REQUEST ID: R1 names an inquiry that is executed; it is untouched
R1 CommandRefused to ROWAN: submit R1, to R1: duplicate inquiry: DUPLICATE REQUEST ID: R1 names an inquiry that is executed; it is untouched
R1 LineDisputed TRADE-R1-0001-1 by ROWAN, reason F "calculation difference"

## A side that the inquiry does not have

ROWAN submit R1 single of=BIRCH
  1 buy HARBOR 1500000
BIRCH bid R1 B1 buy=94
BIRCH bid R1 B2 sell=93.5 buy=94
ROWAN accept R1 BIRCH/B1 side=sell response=RSP-1
ROWAN accept R1 BIRCH/B1 response=RSP-2
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH
    1 HARBOR settles 2025-06-17, 16 days accrued 3500.00
= R1 open, due 13:30:05
R1 QuoteReceived BIRCH/B1 sells at 0, buys at 94: cash -1410000.00, best BIRCH/B1
= R1 open, due 13:35:00
R1 CommandRefused to BIRCH: bid R1@BIRCH B2: wrong price kind: the quote needs one percentage for each side that the inquiry has: sell
R1 CommandRefused to ROWAN: accept R1 BIRCH/B1, to RSP-1: side unclear: the inquiry is not to sell
R1 QuoteAwarded BIRCH/B1, to RSP-2, last look until 13:30:00
R1 Traded TRADE-R1 on BIRCH/B1, to RSP-2: cash -1410000.00, net -1413500.00
    TRADE-R1-0001-1 at 94: -1410000.00 + -3500.00 = -1413500.00
    TRADE-R1-N01  USD 2025-06-17: lines [1], face 1500000: -1410000.00 + -3500.00 = -1413500.00
= R1 executed

## Both ways, sold

ROWAN submit R1 single of=ALDER,BIRCH,GORSE
  1 two-way NORTH 2000000 account=FUND1
ALDER bid R1 A1 sell=100.90 buy=101.10
BIRCH bid R1 B1 sell=100.80 buy=100.99
GORSE bid R1 G1 sell=100.85 buy=101.20
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen ALDER
R1 DealerChosen BIRCH
R1 DealerChosen GORSE
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH GORSE
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:02
R1 QuoteReceived ALDER/A1 sells at 100.9, buys at 101.1: cash -4000.00, best ALDER/A1
R1 QuoteReceived BIRCH/B1 sells at 100.8, buys at 100.99: cash -3800.00, best BIRCH/B1, cover ALDER/A1
R1 QuoteReceived GORSE/G1 sells at 100.85, buys at 101.2: cash -7000.00, best BIRCH/B1, cover ALDER/A1
= R1 open, due 13:35:00

# A price one way is no price, and nobody sells dearer than he buys.
BIRCH bid R1 B2 sell=100.95
BIRCH bid R1 B2 buy=100.95
BIRCH bid R1 B2 sell=101 buy=100.95
BIRCH bid R1 B2 total=2000000
----
R1 CommandRefused to BIRCH: bid R1@BIRCH B2: wrong price kind: the inquiry is two-way: quote the price at which the client sells and the one at which it buys, both in percent of par
R1 CommandRefused to BIRCH: bid R1@BIRCH B2: wrong price kind: the inquiry is two-way: quote the price at which the client sells and the one at which it buys, both in percent of par
R1 CommandRefused to BIRCH: bid R1@BIRCH B2: unpriceable: the prices are crossed: the client would sell at 101 and buy back at 100.95
R1 CommandRefused to BIRCH: bid R1@BIRCH B2: wrong price kind: the inquiry asks for a percent per side and nothing else

# The client says which way. Cover is who was second on that side.
ROWAN accept R1 ALDER/A1 response=RSP-1
ROWAN accept R1 ALDER/A1 side=two-way response=RSP-2
ROWAN accept R1 ALDER/A1 side=sell id=C-9 response=RSP-3
ROWAN accept R1 ALDER/A1 side=sell response=RSP-4
ROWAN accept R1 ALDER/A1 side=buy response=RSP-5
ALDER confirm R1 A1
ROWAN accept R1 ALDER/A1 side=buy response=RSP-6
ROWAN submit R1 single of=ALDER,BIRCH,GORSE resend
  1 two-way NORTH 2000000 account=FUND1
----
R1 CommandRefused to ROWAN: accept R1 ALDER/A1, to RSP-1: side unclear: the inquiry is two-way: say in Side(54) whether you buy, 1, or sell, 2
R1 CommandRefused to ROWAN: accept R1 ALDER/A1, to RSP-2: side unclear: the inquiry is two-way: say in Side(54) whether you buy, 1, or sell, 2
R1 QuoteAwarded ALDER/A1, client's side sell, as C-9, to RSP-3, last look until 13:30:10
= R1 awarded, due 13:30:10
R1 StatusTold to ROWAN: awarded, again
R1 CommandRefused to ROWAN: accept R1 ALDER/A1, to RSP-5: already awarded: ALREADY AWARDED: you sell on this quote
R1 Traded TRADE-R1 on ALDER/A1, client's side sell, as C-9, to RSP-3: cash 2018000.00, net 2041000.00
    TRADE-R1-0001-1 at 100.9: 2018000.00 + 23000.00 = 2041000.00
    TRADE-R1-N01 FUND1 USD 2025-06-17: lines [1], face 2000000: 2018000.00 + 23000.00 = 2041000.00
    BIRCH is told not executed of B1
    GORSE is told cover of G1
= R1 executed
R1 CommandRefused to ROWAN: accept R1 ALDER/A1, to RSP-6: already awarded: ALREADY AWARDED: you sell on this quote
R1 StatusTold to ROWAN: executed, again

## Both ways, bought

ROWAN submit R1 single of=ALDER,BIRCH,GORSE
  1 two-way NORTH 2000000 account=FUND1
ALDER bid R1 A1 sell=100.90 buy=101.10
BIRCH bid R1 B1 sell=100.80 buy=100.99
GORSE bid R1 G1 sell=100.85 buy=101.20
ROWAN accept R1 BIRCH/B1 side=buy
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen ALDER
R1 DealerChosen BIRCH
R1 DealerChosen GORSE
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH GORSE
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:02
R1 QuoteReceived ALDER/A1 sells at 100.9, buys at 101.1: cash -4000.00, best ALDER/A1
R1 QuoteReceived BIRCH/B1 sells at 100.8, buys at 100.99: cash -3800.00, best BIRCH/B1, cover ALDER/A1
R1 QuoteReceived GORSE/G1 sells at 100.85, buys at 101.2: cash -7000.00, best BIRCH/B1, cover ALDER/A1
= R1 open, due 13:35:00
R1 QuoteAwarded BIRCH/B1, client's side buy, last look until 13:30:00
R1 Traded TRADE-R1 on BIRCH/B1, client's side buy: cash -2019800.00, net -2042800.00
    TRADE-R1-0001-1 at 100.99: -2019800.00 + -23000.00 = -2042800.00
    TRADE-R1-N01 FUND1 USD 2025-06-17: lines [1], face 2000000: -2019800.00 + -23000.00 = -2042800.00
    ALDER is told cover of A1
    GORSE is told not executed of G1
= R1 executed

## Both ways again after an award that came to nothing

ROWAN submit R1 single of=ALDER,BIRCH
  1 two-way NORTH 2000000 account=FUND1
ALDER bid R1 A1 sell=100.90 buy=101.10
BIRCH bid R1 B1 sell=100.80 buy=101.20
ROWAN accept R1 ALDER/A1 side=sell id=C-9 response=RSP-1
ALDER pass R1 A1
ROWAN accept R1 ALDER/A1 side=sell response=RSP-2
ALDER bid R1 A2 sell=100.70 buy=101.05
ROWAN accept R1 ALDER/A2 side=buy response=RSP-3
wait 10s
ROWAN accept R1 BIRCH/B1 side=buy response=RSP-4
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen ALDER
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 QuoteReceived ALDER/A1 sells at 100.9, buys at 101.1: cash -4000.00, best ALDER/A1
R1 QuoteReceived BIRCH/B1 sells at 100.8, buys at 101.2: cash -8000.00, best ALDER/A1, cover BIRCH/B1
= R1 open, due 13:35:00
R1 QuoteAwarded ALDER/A1, client's side sell, as C-9, to RSP-1, last look until 13:30:10
= R1 awarded, due 13:30:10
R1 AwardLost ALDER/A1 declined "PASS", to RSP-1
= R1 open, due 13:35:00
R1 CommandRefused to ROWAN: accept R1 ALDER/A1, to RSP-2: quote spent: BID SPENT: its last look ended without a confirmation
R1 QuoteReceived ALDER/A2 sells at 100.7, buys at 101.05: cash -7000.00, best ALDER/A2, cover BIRCH/B1
R1 QuoteAwarded ALDER/A2, client's side buy, to RSP-3, last look until 13:30:10
= R1 awarded, due 13:30:10
R1 AwardLost ALDER/A2 silent, to RSP-3
= R1 open, due 13:35:00
R1 QuoteAwarded BIRCH/B1, client's side buy, to RSP-4, last look until 13:30:10
R1 Traded TRADE-R1 on BIRCH/B1, client's side buy, to RSP-4: cash -2024000.00, net -2047000.00
    TRADE-R1-0001-1 at 101.2: -2024000.00 + -23000.00 = -2047000.00
    TRADE-R1-N01 FUND1 USD 2025-06-17: lines [1], face 2000000: -2024000.00 + -23000.00 = -2047000.00
    ALDER is told not executed of A2
= R1 executed

## What cannot be asked both ways

ROWAN submit L1 kind=percent
  1 two-way NORTH 2000000
ROWAN submit R1 single kind=total
  1 two-way NORTH 2000000
ROWAN submit R2 single
  1 two-way NORTH 2000000 limit=100
ROWAN submit R3 single auto
  1 two-way NORTH 2000000
ROWAN submit R4 single
  1 sell NORTH 2000000
  2 sell MEADOW 500000
ROWAN submit R5 single of=FIR
  1 two-way NORTH 2000000
----
L1 Begun for ROWAN, complete by 13:30:30
L1 FragmentReceived lines 1 to 1 of 1, last
L1 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: Side(54) must be 1, buy, or 2, sell
    line 1, C1: wrong side: Side(54) must be 1, buy, or 2, sell
= L1 refused
R1 Begun for ROWAN, complete by 13:30:30
R1 FragmentReceived lines 1 to 1 of 1, last
R1 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: a two-way price is in percent of par: PriceType(423) must be 1
    line 1, C1: wrong side: a two-way price is in percent of par: PriceType(423) must be 1
= R1 refused
R2 Begun for ROWAN, complete by 13:30:30
R2 FragmentReceived lines 1 to 1 of 1, last
R2 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: a limit needs a side: Side(54) must be 1, buy, or 2, sell
    line 1, C1: wrong side: a limit needs a side: Side(54) must be 1, buy, or 2, sell
= R2 refused
R3 Begun for ROWAN, complete by 13:30:30
R3 FragmentReceived lines 1 to 1 of 1, last
R3 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: a two-way price waits for its client: it cannot be taken at the deadline
    line 1, C1: wrong side: a two-way price waits for its client: it cannot be taken at the deadline
= R3 refused
R4 Begun for ROWAN, complete by 13:30:30
R4 FragmentReceived lines 1 to 2 of 2, last
R4 InquiryRefused bad terms: a single bond is one line, not 2
= R4 refused
R5 Begun for ROWAN, complete by 13:30:30
R5 DealerChosen FIR
R5 FragmentReceived lines 1 to 1 of 1, last
R5 InquiryRefused no dealers: FIR cannot quote a two-way price
= R5 refused

# One way, the best quote can be taken at the deadline, and a total be asked for.
ROWAN submit R6 single kind=total auto of=ALDER,BIRCH
  1 sell NORTH 2000000
BIRCH bid R6 B1 total=2020000
BIRCH price R6 B1 1=101
wait 5m
----
R6 Begun for ROWAN, complete by 13:30:30
R6 DealerChosen ALDER
R6 DealerChosen BIRCH
R6 FragmentReceived lines 1 to 1 of 1, last
R6 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R6 open, due 13:30:05
R6 QuoteReceived BIRCH/B1 total 2020000.00: cash 2020000.00, best BIRCH/B1
R6 LinesPriced BIRCH/B1 at 101
R6 DealerUnresponsive ALDER
R6 QuoteAwarded BIRCH/B1, last look until 13:35:00
R6 Traded TRADE-R6 on BIRCH/B1: cash 2020000.00, net 2043000.00
    TRADE-R6-0001-1 at 101: 2020000.00 + 23000.00 = 2043000.00
    TRADE-R6-N01  USD 2025-06-17: lines [1], face 2000000: 2020000.00 + 23000.00 = 2043000.00
    ALDER is told not executed
= R6 executed

## Line prices of a single bond

ROWAN submit R1 single of=BIRCH
  1 two-way NORTH 2000000
BIRCH bid R1 B1 sell=100.80 buy=101.20 1=101
BIRCH bid R1 B1 sell=100.80 buy=101.20
BIRCH price R1 B1 1=101
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 CommandRefused to BIRCH: bid R1@BIRCH B1: wrong price kind: a two-way quote has both prices of its one line
R1 QuoteReceived BIRCH/B1 sells at 100.8, buys at 101.2: cash -8000.00, best BIRCH/B1
= R1 open, due 13:35:00
R1 CommandRefused to BIRCH: price lines R1@BIRCH B1: wrong price kind: a two-way quote has both prices of its one line

## A quote that nobody knows

ROWAN accept R1: NOSUCH response=RSP-1
ROWAN submit R1 single of=BIRCH
  1 sell NORTH 2000000
BIRCH bid R1 B1 sell=101
NORTHGATE accept R1: BIRCH/B1
----
- CommandRefused to ROWAN: accept NOSUCH, to RSP-1: unknown quote: quote NOSUCH is not known here
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 QuoteReceived BIRCH/B1 sells at 101, buys at 0: cash 2020000.00, best BIRCH/B1
= R1 open, due 13:35:00
- CommandRefused to NORTHGATE: accept BIRCH/B1: unknown quote: quote BIRCH/B1 is not known here

## In its own currency

ROWAN submit R1 single ccy= of=BIRCH
  1 sell NORTH 2000000
ROWAN submit R1 single ccy= of=BIRCH resend
  1 sell NORTH 2000000
ROWAN submit R2 single ccy= of=BIRCH
  1 sell NOSUCH 2000000
ROWAN submit L1 ccy= of=BIRCH
  1 sell NORTH 2000000
----
R1 Begun for ROWAN, complete by 13:30:30
R1 DealerChosen BIRCH
R1 FragmentReceived lines 1 to 1 of 1, last
R1 Opened percent per side in USD until 13:35:00, asked BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
= R1 open, due 13:30:05
R1 StatusTold to ROWAN: open, again
R2 Begun for ROWAN, complete by 13:30:30
R2 DealerChosen BIRCH
R2 FragmentReceived lines 1 to 1 of 1, last
R2 InquiryRefused bad lines: 1 of 1 lines cannot trade; the first: line 1: SecurityID(48) NOSUCH is not in the universe, and is not a CUSIP
    line 1, C1: unknown security: SecurityID(48) NOSUCH is not in the universe, and is not a CUSIP
= R2 refused
L1 Begun for ROWAN, complete by 13:30:30
L1 DealerChosen BIRCH
L1 FragmentReceived lines 1 to 1 of 1, last
L1 InquiryRefused bad terms: the currency of settlement, "", is not an ISO 4217 code
= L1 refused
