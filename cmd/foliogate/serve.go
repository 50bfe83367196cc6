package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"foliogate/config"
)

func newServeCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "serve --config FILE",
		Short: "Run the gateway until it is told to stop",
		Long: "Run the gateway. SIGTERM or an interrupt drains it: new inquiries are refused, live ones\n" +
			"finish or expire within timing.drain_timeout, everybody is logged out, exit code 0.\n\n" +
			"SIGHUP puts sessions back into service that are out of it, because of a panic over one of\n" +
			"their messages or because the counterparty knew more of its numbers than the journal: send it\n" +
			"when somebody has looked at the reason, which is in the log. Certificates, files of pins and\n" +
			"password files need no signal: they are read again when they change.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if file == "" {
				return missingFlag("config", "the gateway's configuration")
			}
			if err := noCore(); err != nil {
				return fmt.Errorf("core files cannot be turned off: %w", err)
			}
			g, err := config.LoadGateway(file, os.Environ(), agreements)
			if err != nil {
				return err
			}
			market, err := loadMarket(g.Universe, g.Calendars)
			if err != nil {
				return err
			}
			log := newLogger(g.Log, c.ErrOrStderr())
			for _, warning := range market.Universe.Warnings {
				log.Warn("universe", "text", warning)
			}
			h, err := openHouse(g, market, log)
			if err != nil {
				return err
			}
			done := make(chan struct{})
			defer close(done)
			return h.run(c.Context(), func() {
				h.reopenAtHangup(done)
				for _, s := range g.Sessions {
					if at := h.sessions.Addr(s.Name); at != nil {
						log.Info("listening", "session", s.Name, "address", at.String())
					}
				}
				log.Info("serving", "comp_id", g.CompID, "mode", g.Mode, "sessions", len(g.Sessions),
					"universe", market.Universe.Version, "business_date", today(g.BusinessDate)().String())
			})
		},
	}
	c.Flags().StringVar(&file, "config", "", "the gateway's configuration (required)")
	return c
}

// reopenAtHangup puts sessions back into service at each SIGHUP.
func (h *house) reopenAtHangup(done <-chan struct{}) {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	go func() {
		defer signal.Stop(hangups)
		for {
			select {
			case <-hangups:
				h.log.Info("SIGHUP", "back_in_service", h.sessions.Reopen())
			case <-done:
				return
			}
		}
	}()
}

func newLogger(l config.Log, w io.Writer) *slog.Logger {
	levels := map[config.Level]slog.Level{
		config.Debug: slog.LevelDebug, config.Info: slog.LevelInfo,
		config.Warn: slog.LevelWarn, config.Fail: slog.LevelError,
	}
	options := &slog.HandlerOptions{Level: levels[l.Level]}
	if l.Format == config.JSON {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}
