package main

import (
	"context"
	"errors"
	"io"
	"os"
	"time"
)

// followed is a file that grows. At its end a read waits for more; when the file of that name is
// shorter than what was read, or another one, reading begins anew. It ends with the context.
type followed struct {
	ctx   context.Context
	name  string
	file  *os.File
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
		if err := f.renew(); err != nil {
			return 0, err
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
	file, err := os.Open(f.name)
	if err != nil {
		return err
	}
	if err := f.file.Close(); err != nil {
		return errors.Join(err, file.Close())
	}
	f.file, f.read = file, 0
	return nil
}

func (f *followed) Close() error { return f.file.Close() }
