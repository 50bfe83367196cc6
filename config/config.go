// Package config reads the YAML files that foliogate's verbs start with: Gateway (serve), Dealer
// (dealer) and Client (inquire). Plain structs come out: no key is left unread, no value unchecked.
//
// Each kind has a Load, a Default and a Validate. Load reads a file over the defaults, applies the
// environment, fetches the secrets from their files and validates. Validate holds for structs
// that were built in code as well; it is pure and looks at no file.
//
// Guaranteed of whatever Load returns without an error:
//   - every key of the file is known, stands once, and has a value of its own type;
//   - dates, times, zones, addresses, CompIDs, decimals and choices are well formed;
//   - rows agree with each other: names and CompID pairs are unique, a panel names dealers;
//   - derived values are filled in: our_comp_id, may_ask, price_kinds.
//
// All problems of a file are reported at once, by line, each with its key and a remedy:
//
//	gateway.yaml:14: sessions[0].heartbeat: "30" is not a duration; write a number with ...
//
// # Environment
//
// A variable FOLIOGATE_ + the key's path in capitals, levels joined by _, overrides the file:
// FOLIOGATE_DATA_DIR is data_dir, FOLIOGATE_LIMITS_MAX_LINES is limits.max_lines. A list of texts
// is separated by commas. Rows of sessions have no variable, and neither have secrets. A variable
// with the prefix that names no key is an error.
//
// # Paths
//
// A relative path in a file starts at the file's own folder; in a variable, at the working folder.
//
// # Secrets
//
// A password is a Secret: it prints as *** however it is printed, and no error repeats it.
//
// The package does not know what FIX is, nor prices, nor the clock: dates stay text here, and
// decimals too, so that nothing exact goes through floating point on its way in.
package config
