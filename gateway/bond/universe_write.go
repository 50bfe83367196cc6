package bond

import (
	"encoding/csv"
	"fmt"
	"io"
)

// WriteUniverse writes bonds as LoadUniverse reads them, under the given version.
func WriteUniverse(w io.Writer, version string, bonds []Bond) error {
	if _, err := fmt.Fprintf(w, "%s%s\n", versionComment, version); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	format := columns()
	row := make([]string, len(format))
	for i, c := range format {
		row[i] = c.name
	}
	if err := out.Write(row); err != nil {
		return err
	}
	for i := range bonds {
		for j, c := range format {
			row[j] = c.write(&bonds[i])
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
