package config

// Journal is how the journal is kept, beyond what is durable anyway.
type Journal struct {
	// KeepDays is how many trading days an inquiry, its ids and its segments are kept at hand after
	// it has ended: a repeated ListID(66) is known for as long.
	KeepDays int `mapstructure:"keep_days"`
	// Archive is the folder for older segments; "": archive in data_dir. Nothing is deleted.
	Archive string `mapstructure:"archive"`
	// Checkpoints is the file for signed checkpoints; "": checkpoints in data_dir.
	Checkpoints string `mapstructure:"checkpoints"`
	// SigningKey is the file of the Ed25519 key that signs them; "": checkpoint.key in data_dir,
	// made at the first start.
	SigningKey string `mapstructure:"signing_key"`
}

// DefaultJournal keeps what must be kept: ten business days.
func DefaultJournal() Journal { return Journal{KeepDays: 10} }

func (j Journal) check(r *report) { within(r, "journal.keep_days", j.KeepDays, 10, 10_000) }

// resolve turns relative paths into usable ones.
func (j *Journal) resolve(r *report) {
	j.Archive = r.path("journal.archive", j.Archive)
	j.Checkpoints = r.path("journal.checkpoints", j.Checkpoints)
	if j.SigningKey != "" {
		j.SigningKey = r.input("journal.signing_key", j.SigningKey)
	}
}
