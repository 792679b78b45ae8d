/* See reading.h. */
#include "rules/common/reading.h"

double
rule_rounded(double value)
{
	return (double)(long)(value * 10 + (value < 0 ? -0.5 : 0.5)) / 10;
}

unsigned
rule_reading_grade(struct clair_ctx *ctx, double index)
{
	const double least[] = {
		clair_threshold(ctx, "lisibilite.note.a.min"),
		clair_threshold(ctx, "lisibilite.note.b.min"),
		clair_threshold(ctx, "lisibilite.note.c.min"),
		clair_threshold(ctx, "lisibilite.note.d.min"),
	};
	unsigned grade = 0;

	while (grade < CLAIR_LEN(least) && index < least[grade])
		grade++;
	return grade;
}
