// Our computed styles against Chromium's, on real pages.
// usage: node style-check.js STYLE_DUMP FOLDER CACHE [--pages=TEXT] [--only=PROPERTY] [--classes=N]
'use strict';
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium.js');
const { Ours, optionOf } = require('./ours.js');
const { align, equal, share, tooFew } = require('./style-compare.js');
const { chromiumStyle, FLAGS } = require('./style-chromium.js');
const { pages: pagesOf } = require('./style-pages.js');

const PROPERTIES = [...fs.readFileSync(path.join(__dirname, '../../src/clairlint/property.def'), 'utf8')
	.matchAll(/^P\(\w+, "([^"]+)"/gm)].map((found) => found[1]);
// What is kept of Chromium does not depend on our order.
const SORTED = [...PROPERTIES].sort();
// What getComputedStyle answers from the layout.
const USED = ['width', 'height', 'min-width', 'min-height', 'max-width', 'max-height', 'top', 'right',
	'bottom', 'left', 'line-height', 'transform', 'text-indent',
	...['top', 'right', 'bottom', 'left'].flatMap((side) => [`margin-${side}`, `padding-${side}`])];
const ASKED = ['rendered', ...PROPERTIES, '::before', '::after'];
// Shares of agreement, in percent, below which the check fails.
const BARS = { rendered: 99.9, display: 99.9, 'font-size': 99.9, color: 99.5, 'background-color': 99.5 };
const OTHERS = 99;
const EXAMPLES = 3;
const LANES = 2;

const [dump, folder, cache, ...options] = process.argv.slice(2);
const option = optionOf(options);

const tally = new Map(ASKED.map((name) => [name, { right: 0, wrong: 0, svgRight: 0, svgWrong: 0 }]));
const classes = new Map(); // "property, ours → theirs" → { count, pages, examples }
const sum = { pages: 0, compared: 0, svg: 0, onlyOurs: 0, onlyTheirs: 0, withoutStyle: 0, notLocal: 0 };
const faults = [];

// --- The two sides ------------------------------------------------------------------------------------

async function styles(ours, page) {
	const { about, lines } = await ours.ask(page);
	let last = [];
	const elements = lines.map(([name, id, className, parent, rendered, foreign, before, after, ...values]) => {
		last = values.map((value, i) => (value === 0 ? last[i] : value));
		return { name, id, class: className, parent, rendered, foreign, values: last,
			pseudos: [before, after].map((box) => (box === null || box[0] === 'none' ? null : box)) };
	});
	return { about, elements };
}

function theirs(seen) {
	const order = PROPERTIES.map((name) => SORTED.indexOf(name));
	const values = (row) => order.map((at) => seen.values[seen.rows[row][at]]);
	const display = PROPERTIES.indexOf('display');
	const content = PROPERTIES.indexOf('content');
	const pseudo = (row) => (row < 0 ? null : [values(row)[display], values(row)[content]]);
	return seen.elements.map(([name, id, className, parent, rendered, foreign, row, before, after]) => ({
		name, id, class: className, parent, rendered: rendered === 1, foreign: foreign === 1,
		pseudos: [pseudo(before), pseudo(after)], values: values(row) }));
}

// --- Comparing ----------------------------------------------------------------------------------------

function place(elements, at) {
	const steps = [];
	for (let i = at; i >= 0; i = elements[i].parent) {
		const { name, id, class: className } = elements[i];
		steps.unshift(name + (id && `#${id}`) + className.trim().split(/\s+/).filter(Boolean).map((c) => `.${c}`).join(''));
	}
	return steps.slice(-3).join(' > ');
}

function note(page, elements, at, name, ours, other, foreign) {
	const count = tally.get(name);
	const right = equal(name, ours, other);
	count[(foreign ? 'svg' : '') + (right ? (foreign ? 'Right' : 'right') : (foreign ? 'Wrong' : 'wrong'))] += 1;
	if (right || (option('only') ?? name) !== name)
		return;
	const key = `${name}${foreign ? ' (svg)' : ''}\t${ours}\t${other}`;
	if (!classes.has(key))
		classes.set(key, { count: 0, pages: new Set(), examples: [] });
	const one = classes.get(key);
	one.count += 1;
	if (one.examples.length < EXAMPLES && !one.pages.has(page))
		one.examples.push({ page, at, path: place(elements, at) });
	one.pages.add(page);
}

function compare(page, ours, other) {
	const pairs = align(ours, other);
	for (const [i, j] of pairs) {
		const one = ours[i];
		const two = other[j];
		sum[two.foreign ? 'svg' : 'compared'] += 1;
		note(page, ours, i, 'rendered', `${one.name} ${one.rendered}`, `${one.name} ${two.rendered}`, two.foreign);
		// What stands in a sound or in a progress bar has no style in Chromium.
		if (two.values.every((value) => value === '')) {
			sum.withoutStyle += 1;
			continue;
		}
		PROPERTIES.forEach((name, p) => note(page, ours, i, name, one.values[p], two.values[p], two.foreign));
		if (!two.rendered)
			continue;
		['::before', '::after'].forEach((name, p) => {
			if (one.pseudos[p] !== null || two.pseudos[p] !== null)
				note(page, ours, i, name, (one.pseudos[p] ?? ['no box']).join(' '), (two.pseudos[p] ?? ['no box']).join(' '), two.foreign);
		});
	}
	sum.pages += 1;
	sum.onlyOurs += ours.length - pairs.length;
	sum.onlyTheirs += other.length - pairs.length;
}

async function checkPage(browser, ours, page) {
	const [seen, own] = await Promise.all([chromiumStyle(browser, page, SORTED, USED, cache), styles(ours, page)]);
	if (seen.quirks !== own.about.quirks)
		faults.push(`${page.file}: quirks mode is ${own.about.quirks}, ${seen.quirks} in Chromium`);
	if (own.about.exhausted)
		faults.push(`${page.file}: a ceiling was met`);
	sum.notLocal += own.about.notLocal;
	compare(page, own.elements, theirs(seen));
}

// --- Report -------------------------------------------------------------------------------------------

function printTally() {
	console.log(`${sum.pages} pages, ${sum.compared} elements compared, and ${sum.svg} in svg or math (the ` +
		`last columns); not compared: ${sum.onlyOurs} of ours and ${sum.onlyTheirs} of Chromium's, of another ` +
		`tree; ${sum.withoutStyle} have no style in Chromium; ${sum.notLocal} sheets are not here\n`);
	const lines = [...tally].sort(([, one], [, other]) =>
		other.wrong - one.wrong || other.svgWrong - one.svgWrong);
	for (const [name, { right, wrong, svgRight, svgWrong }] of lines) {
		console.log(`${name.padEnd(28)} ${share(right, wrong).padStart(10)} ${String(wrong).padStart(8)} wrong ` +
			`${String(right + wrong).padStart(8)}   ${share(svgRight, svgWrong).padStart(10)} ${String(svgWrong).padStart(6)} wrong`);
		if (right + wrong !== 0 && 100 * right < (BARS[name] ?? OTHERS) * (right + wrong))
			faults.push(`${name}: ${share(right, wrong)} is under ${BARS[name] ?? OTHERS} %`);
	}
}

function judgeCompared() {
	const { compared, svg, withoutStyle, onlyOurs, onlyTheirs } = sum;
	const fault = tooFew(compared + svg - withoutStyle, onlyOurs + onlyTheirs + 2 * withoutStyle);
	if (fault !== null)
		faults.push(fault);
}

async function printClasses(ours, limit) {
	const worst = [...classes].sort(([, one], [, other]) => other.count - one.count).slice(0, limit);
	console.log(`\nThe ${worst.length} greatest of ${classes.size} classes of disagreement`);
	for (const [key, { count, pages, examples }] of worst) {
		const [name, own, other] = key.split('\t');
		console.log(`\n${count}× on ${pages.size} pages: ${name}: ours ${own.slice(0, 150)}, Chromium ${other.slice(0, 150)}`);
		for (const { page, at, path: where } of examples) {
			console.log(`  ${path.relative(folder, page.file)} element ${at}: ${where.slice(-160)}`);
			const property = PROPERTIES.indexOf(name.replace(' (svg)', ''));
			if (property < 0)
				continue;
			const { lines: [[, , [by, text]]] } = await ours.ask(page, `${at}:${property}`);
			console.log(`    ${by}: ${text.slice(0, 160)}`);
		}
	}
}

async function checkAll(browser) {
	const list = pagesOf(folder).filter((page) => page.file.includes(option('pages') ?? ''));
	const lane = async () => {
		const ours = new Ours(dump);
		for (let page; (page = list.shift()) !== undefined;)
			await checkPage(browser, ours, page);
		return ours;
	};
	const [ours] = await Promise.all(Array.from({ length: LANES }, lane));
	printTally();
	judgeCompared();
	await printClasses(ours, Number(option('classes') ?? 60));
	for (const fault of faults)
		console.log(`fault: ${fault}`);
}

let chromium = null;
fs.mkdirSync(cache, { recursive: true });
checkAll(() => (chromium ??= new Chromium(FLAGS))).then(() => (faults.length === 0 ? 0 : 1), (error) => {
	console.error(error);
	return 1;
}).then(async (status) => {
	await chromium?.close();
	process.exit(status);
});
