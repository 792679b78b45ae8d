// The contrasts that axe-core finds wrong in Chromium, against those that we find, on real pages.
// usage: node contrast-check.js STYLE_DUMP AXE.js FOLDER [--count=60] [--pages=TEXT] [--all]
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const { spawn } = require('child_process');
const { Chromium } = require('./chromium.js');
const { align } = require('./style-compare.js');
const { serve, FLAGS } = require('./style-chromium.js');
const { pages: pagesOf, address } = require('./style-pages.js');

const BAR = 98; // of what axe-core calls wrong, the share that we call wrong too, in percent
const EXAMPLES = 5;

const [dump, axeFile, folder, ...options] = process.argv.slice(2);
const option = (name) => options.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
const axe = fs.readFileSync(axeFile, 'utf8');

// The same pages on every machine: those whose bytes have the smallest SHA-256.
function choose() {
	const sum = (page) => crypto.createHash('sha256').update(fs.readFileSync(page.file)).digest('hex');
	return pagesOf(folder).filter((page) => page.file.includes(option('pages') ?? ''))
		.map((page) => ({ ...page, sum: sum(page) })).sort((a, b) => (a.sum < b.sum ? -1 : 1))
		.slice(0, Number(option('count') ?? 60));
}

// --- Our side ---------------------------------------------------------------------------------------

class Ours {
	constructor() {
		this.process = spawn(dump, { stdio: ['pipe', 'pipe', 'inherit'] });
		this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
	}

	async ask(page) {
		const elements = [];
		this.process.stdin.write(`${[page.file, page.root, page.prefix, 'contrast'].join('\t')}\n`);
		for (;;) {
			const { value, done } = await this.lines.next();
			if (done)
				throw new Error(`${page.file}: ${dump} ended`);
			if (value === 'null')
				return elements;
			const line = JSON.parse(value);
			if (line.failed)
				throw new Error(`${page.file}: ${line.failed}`);
			if (!Array.isArray(line))
				continue;
			const [name, id, className, parent, verdict, why, ratio, best, text, back] = line;
			elements.push({ name, id, class: className, parent, verdict, why, ratio, best, text, back });
		}
	}
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
	const tab = await browser.open(1280, 1024);
	await tab.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
	// A request that was cancelled meanwhile has nobody to answer to.
	tab.on('Fetch.requestPaused', (event) => serve(tab, page, event, new Set()).catch(() => {}));
	await tab.load(address(page));
	await tab.evaluate(axe);
	const seen = await tab.evaluate(`(${judge})()`);
	await tab.close();
	return seen;
}

// --- Side by side -------------------------------------------------------------------------------------

const sum = { pages: 0, found: 0, unsure: 0, missed: 0, extra: 0, extraUnsure: 0 };
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
	const ourOf = new Map(align(ours, seen.list).map(([i, j]) => [j, ours[i]]));
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

function report() {
	const all = sum.found + sum.unsure + sum.missed;
	const share = all === 0 ? 100 : (100 * sum.found) / all;
	for (const [kind, one] of [...classes].sort((a, b) => b[1].count - a[1].count)) {
		console.log(`${kind}: ${one.count} on ${one.pages.size} pages`);
		for (const example of one.examples)
			console.log(`    ${example}`);
	}
	console.log(`contrast-check: ${sum.pages} pages, ${all} contrasts wrong for axe-core: ` +
		`${sum.found} found (${share.toFixed(2)} %), ${sum.unsure} to review, ${sum.missed} missed; ` +
		`${sum.extra} more found by us, and ${sum.extraUnsure} that axe-core is unsure of`);
	return sum.pages > 0 && share >= BAR;
}

async function main() {
	const browser = new Chromium(FLAGS);
	const ours = new Ours();
	try {
		for (const page of choose()) {
			compare(page, await ours.ask(page), await theirs(browser, page));
			sum.pages += 1;
		}
	} finally {
		ours.process.stdin.end();
		await browser.close();
	}
	process.exitCode = report() ? 0 : 1;
}

main().catch((error) => {
	console.log(`contrast-check: ${error.message}`);
	process.exitCode = 1;
});
