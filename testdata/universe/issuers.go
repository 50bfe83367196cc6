package universe

import (
	"fmt"
	"strings"

	"foliogate/gateway/units"
)

// An issuer is an invented firm. All its bonds are senior and have its rating.
type issuer struct {
	name, sector, rating, country string
	currency                      units.Currency
	number                        string // the first six characters of its CUSIPs
}

// cells are the invented firms by sector, rating, country and currency. A firm's place in the whole
// list gives its number, so a new one belongs at the end.
//
// The ratings of the switch come first, with three firms in each cell, so that every line has
// substitutes of its own issuer and of its own sector and rating.
func cells() [][5]string {
	return [][5]string{
		{"Technology", "AAA", "US", "USD",
			"Quillfern Circuits, Ottermead Software, Sedgebright Semiconductors"},
		{"Healthcare", "AAA", "US", "USD",
			"Thistlemoor Laboratories, Fennimoor Biologics, Willowmarch Hospitals"},
		{"Technology", "AA", "US", "USD",
			"Hollowbeam Instruments, Tamarquay Networks, Gorsewick Data"},
		{"Consumer", "AA", "US", "USD", "Plumbarrow Grocers, Wrenmoss Stores, Cobnut Lane Foods"},
		{"Banking", "AA", "US", "USD", "Saltwhistle Bancorp, Marrowgate Savings, Hazelquay Trust"},
		{"Banking", "AA-", "US", "USD",
			"Elderwharf Bancorp, Rushpenny Savings, Copperthistle Trust"},
		{"Insurance", "AA-", "US", "USD",
			"Pewterfield Mutual, Lanternholt Assurance, Foxwillow Life"},
		{"Healthcare", "AA-", "US", "USD",
			"Mallowbrook Pharma, Larchwhistle Devices, Nettlequill Clinics"},
		{"Banking", "A+", "US", "USD",
			"Duskmallow Bancorp, Kestrelthorn Savings, Brindlegate Trust"},
		{"Industrials", "A+", "US", "USD", "Ironwhin Engines, Tansywick Tools, Hobthorn Aircraft"},
		{"Consumer", "A+", "US", "USD",
			"Applewhin Beverages, Dovesorrel Apparel, Millbramble Foods"},
		{"Insurance", "A+", "US", "USD",
			"Yarrowfast Casualty, Beechlantern Mutual, Oakmirror Reinsurance"},
		{"Banking", "A", "US", "USD", "Cinderbrook Bancorp, Moorpebble Savings, Vetchfield Trust"},
		{"Utilities", "A", "US", "USD", "Waterquill Power, Stonevetch Gas, Sparrowleat Water"},
		{"Technology", "A", "US", "USD",
			"Glimmerfen Devices, Pinmarrow Payments, Threadmoss Systems"},
		{"Utilities", "BBB+", "US", "USD",
			"Thornlantern Electric, Brackwhistle Power, Heronleat Water"},
		{"Energy", "BBB+", "US", "USD",
			"Gullmarrow Pipelines, Cragsorrel Petroleum, Tidewhin Midstream"},
		{"Communications", "BBB+", "US", "USD",
			"Larkrelay Wireless, Wickbeacon Cable, Finchmast Towers"},
		{"Industrials", "BBB+", "US", "USD",
			"Larkspur Foundry, Rooksaddle Rail, Anvilquay Machinery"},
		{"Healthcare", "BBB+", "US", "USD",
			"Balmquarry Health, Feverwort Medical, Rosehip Row Clinics"},
		{"Insurance", "BBB+", "US", "USD",
			"Shieldmoss Life, Umberfast Annuity, Harbourfern Assurance"},
		{"Utilities", "BBB", "US", "USD", "Gorseleat Electric, Pondlantern Gas, Millwhin Power"},
		{"Consumer", "BBB", "US", "USD",
			"Buttervetch Dairies, Quincebarrow Brands, Teaselthrum Textiles"},
		{"Energy", "BBB", "US", "USD",
			"Flintmallow Oilfield, Marlwhistle Refining, Shalequill Energy"},
		{"Real Estate", "BBB", "US", "USD",
			"Brickfern Properties, Cobblemoss Offices, Lychgate Row Residences"},
		{"Energy", "BBB-", "US", "USD",
			"Derrickwort Drilling, Peatlantern Petroleum, Tarnwhin Pipelines"},
		{"Communications", "BBB-", "US", "USD",
			"Rookrelay Telephone, Mastsorrel Media, Owlbeacon Broadcasting"},
		{"Industrials", "BBB-", "US", "USD",
			"Chalkquarry Cement, Rivetmoss Shipyards, Coilthorn Wire"},
		{"Consumer", "BBB-", "US", "USD",
			"Gingerwhin Motors, Saddlequince Leisure, Pipkinfern Homeware"},
		{"Real Estate", "BBB-", "US", "USD",
			"Barnlantern Storage, Wharfsorrel Logistics, Innmallow Hotels"},
		{"Technology", "BBB-", "US", "USD",
			"Cogwhistle Software, Lenswort Optics, Tinplover Electronics"},

		{"Banking", "A-", "US", "USD", "Pebblerush Bancorp"},
		{"Energy", "A-", "US", "USD", "Fenderwhin Energy"},
		{"Healthcare", "A-", "US", "USD", "Tincturemoor Pharma"},
		{"Communications", "A-", "US", "USD", "Wirethistle Telephone"},
		{"Energy", "BB+", "US", "USD", "Sootwhistle Coal"},
		{"Consumer", "BB+", "US", "USD", "Crumbquill Restaurants"},
		{"Industrials", "BB", "US", "USD", "Grindlemoss Packaging"},
		{"Communications", "BB", "US", "USD", "Staticfern Cable"},
		{"Healthcare", "BB-", "US", "USD", "Leechbarrow Care"},
		{"Real Estate", "BB-", "US", "USD", "Gableweed Developers"},
		{"Consumer", "B+", "US", "USD", "Tumblefinch Casinos"},
		{"Technology", "B+", "US", "USD", "Dialthorn Systems"},
		{"Energy", "B", "US", "USD", "Dryquarry Gas"},
		{"Industrials", "B", "US", "USD", "Kilnrook Chemicals"},
		{"Communications", "B-", "US", "USD", "Faintrelay Satellite"},
		{"Consumer", "CCC+", "US", "USD", "Threadbarrow Retail"},
		{"Energy", "D", "US", "USD", "Sunderwick Drilling"},
		{"Real Estate", "D", "US", "USD", "Fallowgate Malls"},
		{"Consumer", "D", "US", "USD", "Lastbramble Stores"},

		{"Banking", "A+", "DE", "EUR", "Nebelquell Bank"},
		{"Industrials", "BBB+", "DE", "EUR", "Ziegelfink Werke"},
		{"Healthcare", "AA-", "DE", "EUR", "Moorbirke Pharma"},
		{"Utilities", "A-", "FR", "EUR", "Ormelune Energie"},
		{"Consumer", "A+", "FR", "EUR", "Verquille Maisons"},
		{"Banking", "A-", "ES", "EUR", "Banco Espigaluz"},
		{"Insurance", "BBB+", "IT", "EUR", "Fioreluna Assicurazioni"},
		{"Communications", "BBB", "NL", "EUR", "Dauwspreeuw Telecom"},
		{"Utilities", "BBB", "IT", "EUR", "Pietraluce Reti"},
		{"Industrials", "A", "NL", "EUR", "Kranswiel Machines"},
		{"Banking", "AA-", "FR", "EUR", "Credit Sablenoir"},
		{"Utilities", "BBB+", "GB", "GBP", "Puddlewick Water"},
		{"Consumer", "A", "GB", "GBP", "Crumpetgate Stores"},
		{"Banking", "A+", "GB", "GBP", "Thimbleshire Building Society"},
		{"Communications", "BBB", "GB", "GBP", "Hedgerelay Telecom"},
		{"Real Estate", "BBB+", "GB", "GBP", "Snickelgate Estates"},

		{"Government", "AA+", "US", "USD", treasury},
		{"Government", "AA+", "US", "USD", agency},
		{"Government", "AAA", "DE", "EUR", bund},
		{"Government", "AA", "GB", "GBP", gilt},
		{"Fund", "", "US", "USD", sponsor},
	}
}

// The issuers that stand for a real kind of security say that they are specimens of it.
const (
	treasury = "Specimen US Treasury"
	agency   = "Specimen Home Lending Agency"
	bund     = "Specimen Bund"
	gilt     = "Specimen Gilt"
	sponsor  = "Specimen Funds"
)

// issuers are the firms of cells, numbered.
func issuers() []issuer {
	var all []issuer
	for _, c := range cells() {
		for name := range strings.SplitSeq(c[4], ", ") {
			all = append(all, issuer{name: name, sector: c[0], rating: c[1], country: c[2],
				currency: units.Currency(c[3]), number: issuerNumber(len(all))})
		}
	}
	return all
}

// issuerNumber is the n-th that ends in 990 to 999, with some room between one and the next.
func issuerNumber(n int) string { return fmt.Sprintf("%03d99%d", 103+6*n, n%10) }
