// What Chromium computes for a page, kept on disk by what it depends on.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');
const { probe } = require('./style-probe.js');
const { address, sheet } = require('./style-pages.js');

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
// A mouse, as on a desktop. Nothing is asked of the network: every request is answered here.
const FLAGS = ['--host-resolver-rules=MAP * ~NOTFOUND', '--blink-settings=primaryHoverType=2,' +
	'availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4'];

// The page, its sheets, and one pixel for each picture: what is not there would be drawn in another way.
function answer(page, { request, resourceType }) {
	if (resourceType === 'Document' && request.url === address(page))
		return { type: 'text/html', body: fs.readFileSync(page.file) };
	if (resourceType === 'Image')
		return { type: 'image/gif', body: Buffer.from(PIXEL, 'base64') };
	const file = resourceType === 'Stylesheet' ? sheet(page, request.url) : undefined;
	return file === undefined ? null : { type: 'text/css', body: fs.readFileSync(file), file };
}

async function serve(tab, page, event, files) {
	const given = answer(page, event);
	if (given === null) {
		const errorReason = event.resourceType === 'Document' ? 'Aborted' : 'Failed';
		return tab.send('Fetch.failRequest', { requestId: event.requestId, errorReason });
	}
	if (given.file !== undefined)
		files.add(path.relative(page.root, given.file));
	// Scripts stay enabled, so that noscript is parsed as text, but none runs.
	const responseHeaders = [{ name: 'Content-Type', value: given.type },
		{ name: 'Content-Security-Policy', value: "script-src 'none'" }];
	return tab.send('Fetch.fulfillRequest', { requestId: event.requestId, responseCode: 200,
		responseHeaders, body: given.body.toString('base64') });
}

// The page in a tab, loaded from disk, and the sheets that it asked for.
async function show(browser, page) {
	const tab = await browser.open(1280, 1024);
	const files = new Set();
	await tab.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
	// A request that was cancelled meanwhile has nobody to answer to.
	tab.on('Fetch.requestPaused', (event) => serve(tab, page, event, files).catch(() => {}));
	await tab.load(address(page));
	return { tab, files };
}

async function look(browser, page, properties, used) {
	const { tab, files } = await show(browser, page);
	const seen = await tab.evaluate(`(${probe})(${JSON.stringify(properties)}, ${JSON.stringify(used)})`);
	await tab.close();
	return { ...seen, files: [...files].sort() };
}

function hash(...texts) {
	const sum = crypto.createHash('sha256');
	for (const text of texts)
		sum.update(text).update('\0');
	return sum.digest('hex');
}

// Sheets are not in the key but in what was kept: they are looked at again.
function stamp(page, files) {
	return hash(...files.map((file) => fs.readFileSync(path.join(page.root, file))));
}

async function chromiumStyle(browser, page, properties, used, folder) {
	const key = hash(fs.readFileSync(page.file), address(page), page.prefix, String(probe),
		fs.readFileSync(__filename), properties.join(), used.join());
	const kept = path.join(folder, `${key.slice(0, 32)}.json.gz`);
	if (fs.existsSync(kept)) {
		const seen = JSON.parse(zlib.gunzipSync(fs.readFileSync(kept)));
		if (seen.stamp === stamp(page, seen.files))
			return seen;
	}
	const seen = await look(browser(), page, properties, used);
	seen.stamp = stamp(page, seen.files);
	fs.writeFileSync(kept, zlib.gzipSync(JSON.stringify(seen), { level: 1 }));
	return seen;
}

module.exports = { chromiumStyle, show, FLAGS };
