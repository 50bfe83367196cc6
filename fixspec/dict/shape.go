package dict

import "foliogate/fixspec/wire"

// makeShapes gives every message the shape that the wire arranges it by.
func (d *Dictionary) makeShapes() {
	header, trailer := d.wireMembers(d.Header()), d.wireMembers(d.Trailer())
	for i := range header {
		header[i].Header = true
	}
	for i := range trailer {
		trailer[i].Trailer = true
	}
	for _, m := range d.messages {
		body := d.wireMembers(m.Body)
		whole := append(append(append([]wire.Member(nil), header...), body...), trailer...)
		e := d.byType[m.Type]
		var err error
		e.body, err = wire.NewShape(body...)
		must(err)
		e.whole, err = wire.NewShape(whole...)
		must(err)
	}
}

func (d *Dictionary) wireMembers(members []Member) []wire.Member {
	list := make([]wire.Member, len(members))
	for i, m := range members {
		d.placed[m.Field.Tag] = true
		list[i] = wire.Member{Tag: m.Field.Tag, Name: m.Field.Name, Required: m.Required,
			Conditional: m.Use == Demanded}
		if len(m.Members) > 0 {
			group, err := wire.NewShape(d.wireMembers(m.Members)...)
			must(err)
			list[i].Group = group
		}
	}
	return list
}
