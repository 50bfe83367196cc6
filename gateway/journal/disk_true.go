//go:build !powercut

package journal

// defaultSegmentBytes is the size of new segments.
const defaultSegmentBytes = 64 << 20

// newDisk returns the operating system's files.
func newDisk() opener { return openFile }
