package main

import (
	"context"
	"errors"
	"io"
	"os"
	"time"
)

// followed is a file that grows. At its end a read waits for more; when the file of that name is
// shorter than what was read, or another one, reading begins anew, on a new line, once what was
// still written to the old one is read. It ends with the context.
type followed struct {
	ctx   context.Context
	name  string
	file  *os.File
	next  *os.File // comes after what is left of file
	every time.Duration
	read  int64
}

func (f *followed) Read(p []byte) (int, error) {
	ticker := time.NewTicker(f.every)
	defer ticker.Stop()
	for {
		n, err := f.file.Read(p)
		f.read += int64(n)
		if n > 0 || err != nil && !errors.Is(err, io.EOF) {
			return n, err
		}
		if f.next != nil {
			return f.turn(p)
		}
		if err := f.renew(); err != nil {
			return 0, err
		}
		if f.next != nil {
			continue
		}
		select {
		case <-f.ctx.Done():
			return 0, io.EOF
		case <-ticker.C:
		}
	}
}

// renew opens the file again when it was begun anew. A name that is gone may come back.
func (f *followed) renew() error {
	now, err := os.Stat(f.name)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	open, err := f.file.Stat()
	if err != nil {
		return err
	}
	if os.SameFile(now, open) && now.Size() >= f.read {
		return nil
	}
	f.next, err = os.Open(f.name)
	return err
}

// turn goes on with the next file. A message that the old one left unfinished is not continued by
// it.
func (f *followed) turn(p []byte) (int, error) {
	err := f.file.Close()
	f.file, f.next, f.read = f.next, nil, 0
	return copy(p, "\n"), err
}

// Close closes what is open.
func (f *followed) Close() error {
	err := f.file.Close()
	if f.next != nil {
		err = errors.Join(err, f.next.Close())
	}
	return err
}
