## Lines that cannot trade: all of them are named, and one is enough

NORTHGATE submit L1
  1 sell NORTH 2000000
  2 buy 037833100 1000000
  3 buy US0378331009 1000000
  4 buy 037833101 1000000
  5 sell CALLABLE 1000000
  6 sell 8:FICT 1000000
  7 sell UNPRICED 1000000
  8 sell MATURING 1000000
  9 hold MEADOW 1000000
  10 buy MEADOW 0
  11 sell MEADOW -1000000
  12 buy HARBOR 999999999999
  13 sell HARBOR 1000
  14 sell HARBOR 2000.5
  15 buy SMALL 6000000
  16 buy SMALL 150000
  17 sell RHINE 1000000
  18 sell MEADOW 1000000 ccy=EUR
  19 sell MEADOW 1000000 settle=2025-06-15
  20 sell MEADOW 1000000 settle=2025-06-19
  21 buy NORTH 1000000 alloc=F1:600000,F2:300000
  22 buy NORTH 1000000 alloc=F1:600000,F2:400001
  23 buy NORTH 1000000 alloc=F1:1000000,F2:0
  24 buy NORTH 1000000 alloc=F1:92233720368547758,F2:92233720368547758,F3:1000000.02
  25 buy T7 1000000 alloc=:1000000
  26 sell NORTH 3000000
  27 sell FACTORED 0.01
  28 sell FICT 1000000
  29 sell 4:US037833100 1000000
  30 sell 5:AAPL.O 1000000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 30 of 30, last
L1 InquiryRefused bad lines: 29 of 30 lines cannot trade; the first: line 2: SecurityID(48) 037833100 is not in the universe
    line 2, C2: unknown security: SecurityID(48) 037833100 is not in the universe
    line 3, C3: unknown security: SecurityID(48) US0378331009 is not in the universe, and its check digit is wrong
    line 4, C4: unknown security: SecurityID(48) 037833101 is not in the universe, and its check digit is wrong
    line 5, C5: unsupported security: callable: its flows depend on the issuer's option, which is not modelled
    line 6, C6: unsupported security: an exchange traded fund trades in shares, not as a line of bonds
    line 7, C7: unsupported security: no evaluated price is known today, and without one no part of a single price can be given to the line
    line 8, C8: unsupported security: settles on 2025-06-17, not before its maturity 2025-06-17
    line 9, C9: wrong side: Side(54) must be 1, buy, or 2, sell
    line 10, C10: wrong quantity: OrderQty(38) must be greater than 0
    line 11, C11: wrong quantity: OrderQty(38) must be greater than 0
    line 12, C12: wrong quantity: OrderQty(38) 999999999999 is above the limit of 100000000 a line
    line 13, C13: wrong quantity: OrderQty(38) 1000 is below the minimum piece of 2000
    line 14, C14: wrong quantity: OrderQty(38) 2000.5 is not a multiple of 1000
    line 15, C15: wrong quantity: OrderQty(38) 6000000 is more than the 5000000 outstanding
    line 16, C16: wrong quantity: OrderQty(38) 150000 is not a multiple of 100000
    line 17, C17: wrong currency: the bond is in EUR but the list settles in USD: send one list a currency
    line 18, C18: wrong currency: Currency(15) is EUR but the bond is in USD
    line 19, C19: wrong date: SettlDate(64): settlement 2025-06-15 lies before the trade date 2025-06-16
    line 20, C20: wrong date: SettlDate(64): 2025-06-19 is not a settlement day of the US bond settlement calendar
    line 21, C21: wrong allocation: the allocations leave 100000 of OrderQty(38) 1000000 to nobody
    line 22, C22: wrong allocation: the allocations add up to more than OrderQty(38) 1000000
    line 23, C23: wrong allocation: every allocation needs an AllocAccount(79) and an AllocQty(80) greater than 0
    line 24, C24: wrong allocation: the allocations add up to more than OrderQty(38) 1000000
    line 25, C25: wrong allocation: every allocation needs an AllocAccount(79) and an AllocQty(80) greater than 0
    line 26, C26: duplicate line: the same bond, side and account as line 1: send them as one line
    line 27, C27: wrong quantity: OrderQty(38) must be greater than 0
    line 28, C28: unknown security: SecurityID(48) FICT is not in the universe, and is not a CUSIP
    line 29, C29: unknown security: SecurityID(48) US037833100 is not in the universe, and is not an ISIN
    line 30, C30: unknown security: SecurityID(48) AAPL.O is not in the universe: name it by CUSIP, SecurityIDSource(22)=1, or by ISIN, 22=4
= L1 refused

# The list is refused and its id is spent.
NORTHGATE submit L1 1-3
NORTHGATE submit L2 1-3
----
L1 CommandRefused to NORTHGATE: submit L1: duplicate inquiry: DUPLICATE LISTID: L1 names an inquiry that is refused; it is untouched
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L2 open, due 13:30:05

## Line numbers and ids

NORTHGATE submit L1
  1 sell NORTH 2000000
  1 buy HARBOR 1000000
  3 sell MEADOW 500000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 InquiryRefused bad lines: line numbers or ids are wrong; the first: line 1: ListSeqNo(67) is used twice
    line 1, C1: duplicate line: ListSeqNo(67) is used twice
= L1 refused

NORTHGATE submit L2
  1 sell NORTH 2000000
  2 buy HARBOR 1000000 id=C1
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 2 of 2, last
L2 InquiryRefused bad lines: line numbers or ids are wrong; the first: line 2: ClOrdID(11) is used twice
    line 2, C1: duplicate line: ClOrdID(11) is used twice
= L2 refused

NORTHGATE submit L3
  1 sell NORTH 2000000
  3 buy HARBOR 1000000
----
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 3 of 2, last
L3 InquiryRefused bad lines: line numbers or ids are wrong; the first: line 3: ListSeqNo(67) is not between 1 and TotNoOrders(68)
    line 3, C3: duplicate line: ListSeqNo(67) is not between 1 and TotNoOrders(68)
= L3 refused

NORTHGATE submit L4
  0 sell NORTH 2000000
  1 buy HARBOR 1000000
----
L4 Begun for NORTHGATE, complete by 13:30:30
L4 FragmentReceived lines 0 to 1 of 2
L4 InquiryRefused bad lines: line numbers or ids are wrong; the first: line 0: ListSeqNo(67) is not between 1 and TotNoOrders(68)
    line 0, C0: duplicate line: ListSeqNo(67) is not between 1 and TotNoOrders(68)
= L4 refused

NORTHGATE submit L5 total=2 last
  1 sell NORTH 2000000
----
L5 Begun for NORTHGATE, complete by 13:30:30
L5 FragmentReceived lines 1 to 1 of 2, last
L5 InquiryRefused fragments missing: TotNoOrders(68) is 2 but the list closed with 1 lines
= L5 refused

NORTHGATE submit L6 total=1 last
----
L6 Begun for NORTHGATE, complete by 13:30:30
L6 FragmentReceived no lines of 1, last
L6 InquiryRefused bad lines: the list has no lines
= L6 refused

NORTHGATE submit L7 total=5001 more
  1 sell NORTH 2000000
NORTHGATE submit L7 total=5001 more
  2 sell MEADOW 2000000
NORTHGATE submit L7 total=5001 last
  3 sell HARBOR 2000000
----
L7 Begun for NORTHGATE, complete by 13:30:30
L7 FragmentReceived no lines of 5001
L7 InquiryRefused too many lines: TotNoOrders(68) is 5001: at most 5000 lines are taken in one list
= L7 refused

NORTHGATE submit L8 total=-1 last
----
L8 Begun for NORTHGATE, complete by 13:30:30
L8 FragmentReceived no lines of -1, last
L8 InquiryRefused bad lines: the list has no lines
= L8 refused

## Terms

NORTHGATE submit L1 1-3 kind=none
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 InquiryRefused bad terms: PriceType(423) must be 1, percent of par, 3, total amount, or 6, spread, the same on every line
= L1 refused

NORTHGATE submit L2 1-3 trigger=none
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 InquiryRefused bad terms: ListExecInstType(433) must be 1, the best quote at the deadline, or 2, wait for the client
= L2 refused

NORTHGATE submit L3 1-3 in=9s
----
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 3 of 3, last
L3 InquiryRefused bad terms: ExpireTime(126) must be at least 10s ahead; it is 9s
= L3 refused

NORTHGATE submit L4 1-3 in=-5m
----
L4 Begun for NORTHGATE, complete by 13:30:30
L4 FragmentReceived lines 1 to 3 of 3, last
L4 InquiryRefused bad terms: ExpireTime(126) must be at least 10s ahead; it is -5m0s
= L4 refused

NORTHGATE submit L5 1-3 in=61m
----
L5 Begun for NORTHGATE, complete by 13:30:30
L5 FragmentReceived lines 1 to 3 of 3, last
L5 InquiryRefused bad terms: ExpireTime(126) must be at most 1h0m0s ahead; it is 1h1m0s
= L5 refused

NORTHGATE submit L6 1-3 ccy=XXX
----
L6 Begun for NORTHGATE, complete by 13:30:30
L6 FragmentReceived lines 1 to 3 of 3, last
L6 InquiryRefused bad terms: the currency of settlement, "XXX", is not an ISO 4217 code
= L6 refused

NORTHGATE submit L7 1-3 ccy=EUR
----
L7 Begun for NORTHGATE, complete by 13:30:30
L7 FragmentReceived lines 1 to 3 of 3, last
L7 InquiryRefused bad lines: 3 of 3 lines cannot trade; the first: line 1: the bond is in USD but the list settles in EUR: send one list a currency
    line 1, C1: wrong currency: the bond is in USD but the list settles in EUR: send one list a currency
    line 2, C2: wrong currency: the bond is in USD but the list settles in EUR: send one list a currency
    line 3, C3: wrong currency: the bond is in USD but the list settles in EUR: send one list a currency
= L7 refused

QUIETFUND submit L8 1-3 auto
----
L8 Begun for QUIETFUND, complete by 13:30:30
L8 FragmentReceived lines 1 to 3 of 3, last
L8 InquiryRefused bad terms: ListExecInstType(433)=1, take the best quote at the deadline, is not agreed for QUIETFUND: send 433=2 and take a quote yourself
= L8 refused

# Without an ExpireTime the house's own deadline holds.
NORTHGATE submit L9 1-3 default
----
L9 Begun for NORTHGATE, complete by 13:30:30
L9 FragmentReceived lines 1 to 3 of 3, last
L9 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L9 open, due 13:30:05

## References of a spread inquiry

NORTHGATE submit L1 kind=spread
  1 sell NORTH 2000000
  2 buy NORTH 1000000 bench=T7
  3 buy HARBOR 1000000 ref=140
  4 sell MEADOW 1000000 bench=T7 ref=58.5
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 4 of 4, last
L1 Opened spread concession in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00, against T7 95
    2 NORTH settles 2025-06-17, 92 days accrued 11500.00, against T7 95
    3 HARBOR settles 2025-06-17, 16 days accrued 2333.33, against T10 140
    4 MEADOW settles 2025-06-17, 77 days accrued 6630.56, against T7 58.5
= L1 open, due 13:30:05

NORTHGATE submit L2 kind=spread
  1 sell T7 2000000
  2 buy NORTH 1000000 bench=T10
  3 buy HARBOR 1000000 bench=037833100 ref=100
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 3 of 3, last
L2 InquiryRefused bad lines: 3 of 3 lines cannot trade; the first: line 1: a spread inquiry needs BenchmarkSecurityID(699) and Spread(218) on this line: the bond has no reference of its own
    line 1, C1: wrong reference: a spread inquiry needs BenchmarkSecurityID(699) and Spread(218) on this line: the bond has no reference of its own
    line 2, C2: wrong reference: Spread(218) is missing: the bond's own is against 99Z000AB9, not BenchmarkSecurityID(699) 99Z000AC7
    line 3, C3: wrong reference: BenchmarkSecurityID(699) 037833100 is not in the universe
= L2 refused

# A spread needs no evaluated price of the bond itself.
NORTHGATE submit L3 kind=spread
  1 sell UNPRICED 2000000
----
L3 Begun for NORTHGATE, complete by 13:30:30
L3 FragmentReceived lines 1 to 1 of 1, last
L3 Opened spread concession in USD until 13:35:00, asked ALDER BIRCH
    1 UNPRICED settles 2025-06-17, 152 days accrued 33777.78, against T7 120
= L3 open, due 13:30:05

NORTHGATE submit L4 kind=spread ccy=EUR
  1 sell RHINE 2000000
----
L4 Begun for NORTHGATE, complete by 13:30:30
L4 FragmentReceived lines 1 to 1 of 1, last
L4 Opened spread concession in EUR until 13:35:00, asked ALDER BIRCH
    1 RHINE settles 2025-06-18, 29 days accrued 5561.64, against BUND 88
= L4 open, due 13:30:05

## Who may send a list, and how many

ALDER submit L1 1-3
STRANGER submit L1 1-3
----
- CommandRefused to ALDER: submit L1: not entitled: ALDER is not set up as a client
- CommandRefused to STRANGER: submit L1: not entitled: STRANGER is not set up as a client

NORTHGATE submit L1 1-3
NORTHGATE submit L2 1-3
NORTHGATE submit L3 1-3
NORTHGATE submit L4 1-3
NORTHGATE submit L5 1-3
NORTHGATE ask L6
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
L3 FragmentReceived lines 1 to 3 of 3, last
L3 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L3 open, due 13:30:05
L4 Begun for NORTHGATE, complete by 13:30:30
L4 FragmentReceived lines 1 to 3 of 3, last
L4 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L4 open, due 13:30:05
- CommandRefused to NORTHGATE: submit L5: too many live inquiries: 4 inquiries of yours are live, the most at a time
- CommandRefused to NORTHGATE: ask L6, to INQ-L6: too many live inquiries: 4 inquiries of yours are live, the most at a time

NORTHGATE cancel L1
NORTHGATE submit L5 1-3
----
L1 Cancelled cancelled by the client
= L1 withdrawn
L5 Begun for NORTHGATE, complete by 13:30:30
L5 FragmentReceived lines 1 to 3 of 3, last
L5 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-17, 16 days accrued 3500.00
    3 MEADOW settles 2025-06-17, 77 days accrued 3315.28
= L5 open, due 13:30:05

## Settlement as asked for

NORTHGATE submit L1
  1 sell NORTH 2000000 settle=2025-06-17
  2 buy HARBOR 1000000 settle=2025-06-20
  3 buy FLAT 1000000
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3, last
L1 Opened total amount in USD until 13:35:00, asked ALDER BIRCH
    1 NORTH settles 2025-06-17, 92 days accrued 23000.00
    2 HARBOR settles 2025-06-20, 19 days accrued 2770.83
    3 FLAT settles 2025-06-17, 0 days accrued 0.00
= L1 open, due 13:30:05

## Lines that were found wrong where they were read

NORTHGATE submit L1
  1 sell NORTH 2000000
  2 buy HARBOR 1000000 wrong
  3 sell MEADOW 1000000 wrong
----
L1 Begun for NORTHGATE, complete by 13:30:30
L1 FragmentReceived lines 1 to 3 of 3
L1 InquiryRefused bad lines: 2 of 3 lines cannot be taken; the first: line 2: is not done here
    line 2, C2: wrong request: is not done here
    line 3, C3: wrong request: is not done here
= L1 refused

NORTHGATE submit L1 resend
  1 sell NORTH 2000000
  2 buy HARBOR 1000000
  3 sell MEADOW 1000000
----
L1 StatusTold to NORTHGATE: refused, again

NORTHGATE submit L2 1-2
NORTHGATE submit L2 total=3
  3 sell MEADOW 500000 account=FUND1 wrong
----
L2 Begun for NORTHGATE, complete by 13:30:30
L2 FragmentReceived lines 1 to 2 of 3
= L2 receiving, due 13:30:30
L2 InquiryRefused bad lines: 1 of 3 lines cannot be taken; the first: line 3: is not done here
    line 3, C3: wrong request: is not done here
= L2 refused
