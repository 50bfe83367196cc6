//go:build unix && !linux

package journal

// Datasync is a full sync where the system offers nothing less.
func (f diskFile) Datasync() error { return f.Sync() }

// Allocate gives the file its size; the room itself is taken as it is written.
func (f diskFile) Allocate(size int64) error {
	have, err := f.Size()
	if err != nil || have >= size {
		return err
	}
	return f.Truncate(size)
}
