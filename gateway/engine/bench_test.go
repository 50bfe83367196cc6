package engine

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"foliogate/gateway"
)

// One op is one command, decided and durable, from many clients at once; syncs/op
// says how many commands share a sync.
func BenchmarkSubmit(b *testing.B) {
	for _, clients := range []int{1, 16, 64} {
		b.Run(fmt.Sprintf("clients=%d", clients), func(b *testing.B) {
			log := openLog(b, b.TempDir())
			r := run(b, New(options(b, log)))
			before := log.Stats().Syncs
			b.ReportAllocs()
			b.ResetTimer()
			var all sync.WaitGroup
			for n := range clients {
				all.Go(func() {
					for range b.N/clients + 1 {
						r.submit(gateway.Enquire{Origin: gateway.Origin{Firm: client, Ref: n},
							ListID: "NONE"})
						if err := log.Wait(context.Background(), log.Last()); err != nil {
							b.Error(err)
						}
					}
				})
			}
			all.Wait()
			b.ReportMetric(float64(log.Stats().Syncs-before)/float64(b.N), "syncs/op")
		})
	}
}
