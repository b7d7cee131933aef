"""The plan: which articles share which words, as SQL text that every engine runs unchanged.

Each function returns one SELECT over tables that the engine has under the names told in its
docstring. Only integers are counted and compared, and every order is total, so the rows do not
depend on the engine, on the number of its partitions, or on a worker that was lost.

The way: `grams` (five words in a row, out of kernels.grams) → `turns` → `links` → `candidates` →
kernels.passages → `found` → `joined` → kernels.passages → `passages`. Stories: `terms` →
kernels.terms → `profiles` → `story_turns` → `story_pairs` → `likeness` → stories.group →
`grouped` → `emphasis` → kernels.terms → `stressed`.

A use of a gram is linked to its nearest earlier ones only. A limit on how many articles may use it
would do the same for the costs, but would lose passages as a collection grows.
"""

from __future__ import annotations

from newsdiff.corpus.kernels.grams import SIZE
from newsdiff.corpus.settings import DAY, Rules

UNDATED = -4_000_000_000_000
"""The moment of articles without a date: they are held against one another alone."""

GAP = 8
"""Between words at which two linked grams of one candidate begin."""
JOIN_GAP = 12
"""Words between two passages that are tried as one."""
SHIFT = 4
"""Diagonals between two linked grams of one candidate that follow each other."""

STOCK_ARTICLES = 5
STOCK_DAYS = 7
"""Words that an outlet uses in so many of its articles, the first and the last so many days
apart, are stock: not told but repeated."""


def turns() -> str:
    """Number the uses of each gram in order of time: `grams` (gram, doc, outlet, moment, pos).

    A text counts once, where it first uses the gram. `stock` is 1 where the outlet repeats it.
    """
    return f"""
WITH firsts AS (
  SELECT gram, doc, outlet, moment, MIN(pos) AS pos
  FROM grams GROUP BY gram, doc, outlet, moment),
stock AS (
  SELECT gram, outlet FROM firsts GROUP BY gram, outlet
  HAVING COUNT(*) >= {STOCK_ARTICLES}
    AND (MAX(moment) - MIN(moment) >= {STOCK_DAYS * DAY} OR MAX(moment) = {UNDATED}))
SELECT f.gram, f.doc, f.outlet, f.moment, f.pos,
  CASE WHEN s.gram IS NULL THEN 0 ELSE 1 END AS stock,
  ROW_NUMBER() OVER (PARTITION BY f.gram ORDER BY f.moment, f.doc) AS turn
FROM firsts f LEFT JOIN stock s ON f.gram = s.gram AND f.outlet = s.outlet"""


def links(rules: Rules) -> str:
    """Link each use of a gram to its nearest earlier ones: `turns`.

    Turns are taken in blocks of `rules.links`, so that a gram with a million uses is not joined
    with itself: who is near stands in the same block or in the one before.
    """
    k = rules.links
    outlets = "e.doc <> l.doc" if rules.same_outlet else "e.outlet <> l.outlet"
    return f"""
SELECT e.doc AS a, l.doc AS b, e.pos AS a_pos, l.pos AS b_pos,
  CASE WHEN e.stock + l.stock > 0 THEN 1 ELSE 0 END AS stock,
  CASE WHEN e.outlet = l.outlet THEN 1 ELSE 0 END AS same_outlet
FROM (SELECT gram, doc, outlet, moment, pos, stock, turn, turn - turn % {k} AS block FROM turns) l
JOIN (
  SELECT gram, doc, outlet, moment, pos, stock, turn, turn - turn % {k} AS block FROM turns
  UNION ALL
  SELECT gram, doc, outlet, moment, pos, stock, turn, turn - turn % {k} + {k} AS block FROM turns
) e ON e.gram = l.gram AND e.block = l.block
WHERE e.turn < l.turn AND l.turn - e.turn <= {k}
  AND l.moment - e.moment <= {rules.within * DAY} AND {outlets}"""


def candidates() -> str:
    """Draw links that follow one another together: `links` to stretches of both articles.

    `a_from` … `b_to` are the words at which the first and the last gram begin and end; `low` and
    `high` the least and the greatest place in b less that in a; `stock` counts stock grams.

    Most pairs of articles have links in one place alone, which must then follow one another: only
    those of other pairs are put in order.
    """
    columns = f"""MIN(a_pos) AS a_from, MAX(a_pos) + {SIZE - 1} AS a_to,
  MIN(b_pos) AS b_from, MAX(b_pos) + {SIZE - 1} AS b_to,
  MIN(b_pos - a_pos) AS low, MAX(b_pos - a_pos) AS high,
  COUNT(*) AS grams, CAST(SUM(stock) AS BIGINT) AS stock, MAX(same_outlet) AS same_outlet"""
    one = f"a_to - a_from <= {GAP + SIZE - 1} AND high - low <= {SHIFT}"
    return f"""
WITH pairs AS (SELECT a, b, {columns} FROM links GROUP BY a, b),
steps AS (
  SELECT l.a, l.b, l.a_pos, l.b_pos, l.stock, l.same_outlet,
    LAG(l.a_pos) OVER (PARTITION BY l.a, l.b ORDER BY l.a_pos, l.b_pos) AS a_before,
    LAG(l.b_pos) OVER (PARTITION BY l.a, l.b ORDER BY l.a_pos, l.b_pos) AS b_before
  FROM links l JOIN pairs p ON p.a = l.a AND p.b = l.b WHERE NOT ({one})),
isles AS (
  SELECT a, b, a_pos, b_pos, stock, same_outlet,
    SUM(CASE WHEN a_before IS NULL OR a_pos - a_before > {GAP}
      OR ABS((b_pos - a_pos) - (b_before - a_before)) > {SHIFT} THEN 1 ELSE 0 END)
      OVER (PARTITION BY a, b ORDER BY a_pos, b_pos ROWS UNBOUNDED PRECEDING) AS isle
  FROM steps)
SELECT * FROM pairs WHERE {one}
UNION ALL
SELECT a, b, {columns} FROM isles GROUP BY a, b, isle"""


FOUND = (
    "a", "b", "a_first", "a_last", "b_first", "b_last", "score", "matched", "grams", "stock",
    "same_outlet",
)  # fmt: skip
"""The columns of `found` and `passages`, all BIGINT: words from `a_first` to `a_last`, both
counted."""


def joined() -> str:
    """Draw passages together that are perhaps one: `found` to candidates, where two or more are."""
    return f"""
WITH steps AS (
  SELECT {", ".join(FOUND)},
    LAG(a_last) OVER (PARTITION BY a, b ORDER BY a_first, a_last, b_first, b_last) AS a_before,
    LAG(b_last) OVER (PARTITION BY a, b ORDER BY a_first, a_last, b_first, b_last) AS b_before
  FROM found),
isles AS (
  SELECT {", ".join(FOUND)},
    SUM(CASE WHEN a_before IS NULL OR a_first - a_before > {JOIN_GAP}
      OR b_first - b_before > {JOIN_GAP}
      OR ABS((b_first - a_first) - (b_before - a_before)) > {JOIN_GAP} THEN 1 ELSE 0 END)
      OVER (PARTITION BY a, b ORDER BY a_first, a_last, b_first, b_last
        ROWS UNBOUNDED PRECEDING) AS isle
  FROM steps)
SELECT a, b, MIN(a_first) AS a_from, MAX(a_last) AS a_to,
  MIN(b_first) AS b_from, MAX(b_last) AS b_to,
  LEAST(MIN(b_first - a_first), MIN(b_last - a_last)) AS low,
  GREATEST(MAX(b_first - a_first), MAX(b_last - a_last)) AS high,
  CAST(SUM(grams) AS BIGINT) AS grams, CAST(SUM(stock) AS BIGINT) AS stock,
  MAX(same_outlet) AS same_outlet
FROM isles GROUP BY a, b, isle HAVING COUNT(*) > 1"""


def passages() -> str:
    """Keep of passages that overlap in both articles the best: `found`, those `joined` gave too."""
    overlap = " AND ".join(
        f"{one}.{side}_first <= {other}.{side}_last"
        for side in "ab"
        for one, other in (("q", "p"), ("p", "q"))
    )
    columns = ", ".join(f"p.{column}" for column in FOUND)
    return f"""
WITH once AS (
  SELECT a, b, a_first, a_last, b_first, b_last, MAX(score) AS score, MAX(matched) AS matched,
    MAX(grams) AS grams, MAX(stock) AS stock, MAX(same_outlet) AS same_outlet
  FROM found GROUP BY a, b, a_first, a_last, b_first, b_last)
SELECT {columns} FROM once p WHERE NOT EXISTS (
  SELECT 1 FROM once q WHERE q.a = p.a AND q.b = p.b AND {overlap}
    AND (q.score > p.score OR (q.score = p.score AND (q.a_first < p.a_first
      OR (q.a_first = p.a_first AND (q.b_first < p.b_first
      OR (q.b_first = p.b_first AND (q.a_last < p.a_last
      OR (q.a_last = p.a_last AND q.b_last < p.b_last)))))))))"""


STORY_DAYS = 5
"""Days between two articles that may tell one story (development stories: 99% within four)."""
HEADS = 30
"""Terms of an article by which its like are looked for."""
STORY_LINKS = 50
"""Earlier articles with one of these terms that are looked at, the nearest ones."""
HEADS_LIKENESS = 60_000
LIKENESS = 100_000
"""The least likeness by those terms alone, and by all; 1,000,000 is the same article."""


def term_weights() -> str:
    """Count the articles that use a term, for kernels.terms.weigh: `terms`."""
    return """
SELECT t.term, CAST(SUM(t.articles) AS BIGINT) AS articles
FROM terms t GROUP BY t.term HAVING SUM(t.articles) > 1"""


def story_turns() -> str:
    """Number the articles that have a term among their weightiest: `profiles`
    (doc, moment, term, weight, place)."""
    return f"""
SELECT doc, moment, term, weight,
  ROW_NUMBER() OVER (PARTITION BY term ORDER BY moment, doc) AS turn
FROM profiles WHERE place < {HEADS}"""


def story_pairs() -> str:
    """Draw articles together that have some of these terms and about one date: `story_turns`."""
    k = STORY_LINKS
    return f"""
SELECT e.doc AS a, l.doc AS b
FROM (SELECT doc, moment, term, weight, turn, turn - turn % {k} AS block FROM story_turns) l
JOIN (
  SELECT doc, moment, term, weight, turn, turn - turn % {k} AS block FROM story_turns
  UNION ALL
  SELECT doc, moment, term, weight, turn, turn - turn % {k} + {k} AS block FROM story_turns
) e ON e.term = l.term AND e.block = l.block
WHERE e.turn < l.turn AND l.turn - e.turn <= {k} AND l.moment - e.moment <= {STORY_DAYS * DAY}
GROUP BY e.doc, l.doc HAVING SUM(e.weight * l.weight) >= {HEADS_LIKENESS}"""


def likeness() -> str:
    """Hold the whole profiles of pairs against each other: `story_pairs`, `profiles`."""
    return f"""
SELECT p.a, p.b, MIN(x.moment) AS a_moment, MIN(y.moment) AS b_moment,
  CAST(SUM(x.weight * y.weight) AS BIGINT) AS likeness
FROM story_pairs p
JOIN profiles x ON x.doc = p.a
JOIN profiles y ON y.doc = p.b AND y.term = x.term
GROUP BY p.a, p.b HAVING SUM(x.weight * y.weight) >= {LIKENESS}"""


EMPHASIS_TERMS = 40
"""Of each article's weightiest terms, so many are held against the rest of its story."""
LEAST_USES = 2
MOST_STRESSED = 6
"""Terms told of an article for each kind."""
FAIR_EVIDENCE = 663
"""Hundredths of G²: below it halves of one article differ as much (see emphasis.terms)."""


def vocabulary() -> str:
    """Choose the terms of each story: `grouped` (doc, story), `profiles`."""
    return f"""
SELECT DISTINCT g.story, p.term
FROM grouped g JOIN profiles p ON p.doc = g.doc WHERE p.place < {EMPHASIS_TERMS}"""


def emphasis() -> str:
    """Hold each article's use of terms against the rest of its story: `grouped`, `sizes`
    (doc, words) and `uses` (doc, term, uses; the story's vocabulary alone).

    Rows are terms that an article uses oftener than the others, and, with `here` 0, those that
    all the others use. `witness` is an article in which the term can be read.
    """
    return f"""
WITH told AS (
  SELECT g.story, u.doc, u.term, u.uses FROM uses u JOIN grouped g ON g.doc = u.doc),
totals AS (
  SELECT story, term, SUM(uses) AS uses, COUNT(*) AS carriers, MIN(doc) AS carrier
  FROM told GROUP BY story, term),
whole AS (
  SELECT g.story, SUM(s.words) AS words, COUNT(*) AS articles
  FROM grouped g JOIN sizes s ON s.doc = g.doc GROUP BY g.story)
SELECT g.story, g.doc, t.term, CAST(COALESCE(u.uses, 0) AS BIGINT) AS here,
  CAST(t.uses - COALESCE(u.uses, 0) AS BIGINT) AS elsewhere,
  CAST(s.words AS BIGINT) AS words, CAST(w.words - s.words AS BIGINT) AS words_elsewhere,
  CASE WHEN u.uses IS NULL THEN t.carrier ELSE g.doc END AS witness
FROM grouped g
JOIN whole w ON w.story = g.story
JOIN sizes s ON s.doc = g.doc
JOIN totals t ON t.story = g.story
LEFT JOIN uses u ON u.doc = g.doc AND u.term = t.term
WHERE (u.uses >= {LEAST_USES} AND u.uses * (w.words - s.words) > (t.uses - u.uses) * s.words)
  OR (u.uses IS NULL AND w.articles >= 3 AND t.carriers = w.articles - 1)"""


def stressed() -> str:
    """Keep the rows with the most evidence of each article: `weighed`, which is emphasis() with
    `g2` in hundredths (kernels.terms.evidence)."""
    return f"""
WITH ranked AS (
  SELECT story, doc, term, here, elsewhere, g2, witness,
    ROW_NUMBER() OVER (PARTITION BY doc, CASE WHEN here = 0 THEN 0 ELSE 1 END
      ORDER BY g2 DESC, term) AS place
  FROM weighed WHERE g2 >= {FAIR_EVIDENCE})
SELECT story, doc, term, here, elsewhere, g2, witness
FROM ranked WHERE place <= {MOST_STRESSED}"""
