// The contrasts that axe-core finds wrong in Chromium, against those that we find, on real pages.
// usage: node contrast-check.js STYLE_DUMP AXE.js FOLDER [--count=60] [--pages=TEXT] [--all]
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { Chromium } = require('./chromium.js');
const { Ours, optionOf } = require('./ours.js');
const { align, share, tooFew } = require('./style-compare.js');
const { show, FLAGS } = require('./style-chromium.js');
const { pages: pagesOf } = require('./style-pages.js');

const BAR = 98; // of what axe-core calls wrong, the share that we call wrong too, in percent
// What we alone call wrong: as many for any run, and a share of what axe-core calls wrong, in percent.
const EXTRA = { most: 2, share: 3 }; // axe-core calls it right
const EXTRA_UNSURE = { most: 10, share: 25 }; // axe-core is unsure
const EXAMPLES = 5;

const [dump, axeFile, folder, ...options] = process.argv.slice(2);
const option = optionOf(options);
const axe = fs.readFileSync(axeFile, 'utf8');

// The same pages on every machine: those whose bytes have the smallest SHA-256.
function choose() {
	const sum = (page) => crypto.createHash('sha256').update(fs.readFileSync(page.file)).digest('hex');
	return pagesOf(folder).filter((page) => page.file.includes(option('pages') ?? ''))
		.map((page) => ({ ...page, sum: sum(page) })).sort((a, b) => (a.sum < b.sum ? -1 : 1))
		.slice(0, Number(option('count') ?? 60));
}

// --- Our side ---------------------------------------------------------------------------------------

async function contrasts(ours, page) {
	const { lines } = await ours.ask(page, 'contrast');
	return lines.map(([name, id, className, parent, verdict, why, ratio, best, text, back]) =>
		({ name, id, class: className, parent, verdict, why, ratio, best, text, back }));
}

// --- axe-core's -------------------------------------------------------------------------------------

// Runs in the page.
async function judge() {
	const elements = [document.documentElement, ...document.documentElement.querySelectorAll('*')];
	const index = new Map(elements.map((element, i) => [element, i]));
	const list = elements.map((element) => ({ name: element.localName, id: element.id,
		class: element.getAttribute('class') ?? '', parent: index.get(element.parentElement) ?? -1 }));
	const results = await axe.run(document, { runOnly: ['color-contrast'], elementRef: true, iframes: false });
	const gather = (kind) => results[kind].flatMap((rule) => rule.nodes.map((node) => {
		const { fgColor, bgColor, contrastRatio, messageKey } = node.any[0]?.data ?? {};
		return { at: index.get(node.element), fgColor, bgColor, contrastRatio, messageKey,
			html: node.html.replace(/\s+/g, ' ').slice(0, 120) };
	}));
	return { list, wrong: gather('violations'), unsure: gather('incomplete') };
}

async function theirs(browser, page) {
	const { tab } = await show(browser, page);
	await tab.evaluate(axe);
	const seen = await tab.evaluate(`(${judge})()`);
	await tab.close();
	return seen;
}

// --- Side by side -------------------------------------------------------------------------------------

const sum = { pages: 0, pairs: 0, alone: 0, found: 0, unsure: 0, missed: 0, extra: 0, extraUnsure: 0 };
const classes = new Map(); // what differs → { count, pages, examples }

function note(kind, page, text) {
	if (!classes.has(kind))
		classes.set(kind, { count: 0, pages: new Set(), examples: [] });
	const one = classes.get(kind);
	one.count += 1;
	one.pages.add(page.file);
	if (one.examples.length < EXAMPLES || options.includes('--all'))
		one.examples.push(`${path.relative(folder, page.file)}: ${text}`);
}

const told = ({ text, back, ratio, best }) => `${text} on ${back}, ${ratio.toFixed(2)} to ${best.toFixed(2)}`;

function compare(page, ours, seen) {
	const pairs = align(ours, seen.list);
	const ourOf = new Map(pairs.map(([i, j]) => [j, ours[i]]));
	sum.pairs += pairs.length;
	sum.alone += ours.length + seen.list.length - 2 * pairs.length;
	const wrong = new Set(seen.wrong.map((node) => ourOf.get(node.at)));
	const unsure = new Map(seen.unsure.map((node) => [ourOf.get(node.at), node]));
	for (const node of seen.wrong) {
		const one = ourOf.get(node.at);
		const what = `${node.html}\n      axe-core ${node.fgColor} on ${node.bgColor}, ${node.contrastRatio}`;
		if (one?.verdict === 'low') {
			sum.found += 1;
		} else if (one?.verdict === 'unsure') {
			sum.unsure += 1;
			note(`to review for us: ${one.why}`, page, `${what}; ours ${told(one)}`);
		} else {
			sum.missed += 1;
			note(`missed: ${one?.verdict ?? 'no such element'}`, page,
				`${what}; ours ${one?.text ? told(one) : 'nothing'}`);
		}
	}
	ours.forEach((one) => {
		if (one.verdict !== 'low' || wrong.has(one))
			return;
		const other = unsure.get(one);
		sum[other ? 'extraUnsure' : 'extra'] += 1;
		note(other ? `ours only, unsure for axe-core: ${other.messageKey}` : 'ours only', page,
			`<${one.name} id="${one.id}" class="${one.class}"> ${told(one)}`);
	});
}

function judgeExtra(count, all, bar, who) {
	const most = bar.most + (bar.share * all) / 100;
	return count > most ? `${count} more found by us, ${who}, is over ${most.toFixed(2)}` : null;
}

function judgeFound(all) {
	if (all === 0)
		return 'axe-core found nothing wrong: no contrast was compared';
	if (100 * sum.found < BAR * all)
		return `${share(sum.found, all - sum.found)} found is under ${BAR} %`;
	return null;
}

// Is all as it must be?
function report() {
	const all = sum.found + sum.unsure + sum.missed;
	for (const [kind, one] of [...classes].sort((a, b) => b[1].count - a[1].count)) {
		console.log(`${kind}: ${one.count} on ${one.pages.size} pages`);
		for (const example of one.examples)
			console.log(`    ${example}`);
	}
	console.log(`contrast-check: ${sum.pages} pages, ${sum.pairs} elements, ${all} contrasts wrong for axe-core: ` +
		`${sum.found} found (${share(sum.found, all - sum.found)}), ${sum.unsure} to review, ${sum.missed} missed; ` +
		`${sum.extra} more found by us, and ${sum.extraUnsure} that axe-core is unsure of; ` +
		`not compared: ${sum.alone} elements of one side`);
	const faults = [tooFew(sum.pairs, sum.alone), judgeFound(all),
		judgeExtra(sum.extra, all, EXTRA, 'right for axe-core'),
		judgeExtra(sum.extraUnsure, all, EXTRA_UNSURE, 'unsure for axe-core')].filter((fault) => fault !== null);
	for (const fault of faults)
		console.log(`fault: ${fault}`);
	return faults.length === 0;
}

async function main() {
	const browser = new Chromium(FLAGS);
	const ours = new Ours(dump);
	try {
		for (const page of choose()) {
			compare(page, await contrasts(ours, page), await theirs(browser, page));
			sum.pages += 1;
		}
	} finally {
		ours.close();
		await browser.close();
	}
	process.exitCode = report() ? 0 : 1;
}

main().catch((error) => {
	console.log(`contrast-check: ${error.message}`);
	process.exitCode = 1;
});
