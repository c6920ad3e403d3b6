-- What pages ask for again and again, found without going through all that was said.

create index "what is seldom said" on entry (community, kind, chain, seq)
  where kind not in ('vote.cast', 'vote.changed', 'ballot.taken', 'visit.made', 'papers.issued', 'member.signed-in', 'convocation.delivered',
    'comment.received', 'comments.answered', 'demand.signed', 'topic.joined', 'rating.given', 'person.joined');

-- A posting's comments are listed in the order of their ids, which is that of their coming.
drop index "comments of a posting";
create index "comments of a posting" on comment (community, posting, id);
