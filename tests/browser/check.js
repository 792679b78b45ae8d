// Drives Chromium through its debugging pipe: no overflow at 320 and 1280 px, no axe-core violation.
// usage: node check.js AXE.js PAGE.html…   Pictures are written beside each page.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clairlint-browser-'));
const browser = spawn('chromium', ['--headless=new', '--remote-debugging-pipe', '--no-sandbox',
	'--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', `--user-data-dir=${profile}`,
	'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const waiting = new Map();
const events = [];
let last = 0;
let rest = '';

browser.on('exit', () => {
	for (const { reject } of waiting.values())
		reject(new Error('chromium ended'));
});
browser.stdio[4].on('data', (bytes) => {
	const parts = (rest + bytes.toString('utf8')).split('\0');
	rest = parts.pop();
	for (const part of parts) {
		const message = JSON.parse(part);
		const call = waiting.get(message.id);
		if (call === undefined) {
			for (const event of events.filter((e) => e.method === message.method))
				event.resolve(message.params);
			continue;
		}
		waiting.delete(message.id);
		if (message.error)
			call.reject(new Error(message.error.message));
		else
			call.resolve(message.result);
	}
});

function send(method, params, sessionId) {
	return new Promise((resolve, reject) => {
		last += 1;
		waiting.set(last, { resolve, reject });
		browser.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
	});
}

function once(method) {
	return new Promise((resolve) => events.push({ method, resolve }));
}

async function evaluate(session, expression) {
	const answer = await send('Runtime.evaluate',
		{ expression, awaitPromise: true, returnByValue: true }, session);
	if (answer.exceptionDetails)
		throw new Error(answer.exceptionDetails.exception?.description ?? 'evaluation failed');
	return answer.result.value;
}

let passed = 0;
let failed = 0;
function judge(name, faults) {
	if (faults.length === 0) {
		passed += 1;
		return;
	}
	failed += 1;
	console.log(`failed: ${name}`);
	for (const fault of faults)
		console.log(`  ${fault}`);
}

async function check(file, width, axe) {
	const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
	await send('Page.enable', {}, sessionId);
	await send('Emulation.setDeviceMetricsOverride',
		{ width, height: 800, deviceScaleFactor: 1, mobile: width < 600 }, sessionId);
	const loaded = once('Page.loadEventFired');
	await send('Page.navigate', { url: pathToFileURL(file).href }, sessionId);
	await loaded;

	const size = await evaluate(sessionId, `({ inner: document.documentElement.clientWidth,
		scroll: document.documentElement.scrollWidth, text: document.body.innerText.length })`);
	judge(`${file}: has text`, size.text > 500 ? [] : [`${size.text} characters`]);
	const wide = size.scroll <= size.inner ? [] : await evaluate(sessionId,
		`[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > ${size.inner} + 1)
			.slice(0, 5).map((e) => e.outerHTML.slice(0, 120))`);
	judge(`${file}: no horizontal overflow at ${width} px`,
		size.scroll <= size.inner ? [] : [`${size.scroll} px wide`, ...wide]);
	await evaluate(sessionId, axe);
	const violations = await evaluate(sessionId, `axe.run().then((r) => r.violations.map((v) =>
		v.id + ': ' + v.help + '\\n    ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join('\\n    ')))`);
	judge(`${file}: axe-core at ${width} px`, violations);
	// The first screens: what a person looks at to see that it is readable.
	const picture = await send('Page.captureScreenshot', { captureBeyondViewport: true,
		clip: { x: 0, y: 0, width, height: 2400, scale: 1 } }, sessionId);
	fs.writeFileSync(file.replace(/\.html$/, `-${width}.png`), Buffer.from(picture.data, 'base64'));
	await send('Target.closeTarget', { targetId });
}

async function main() {
	const [axeFile, ...pages] = process.argv.slice(2);
	const axe = fs.readFileSync(axeFile, 'utf8');
	for (const page of pages) {
		for (const width of [320, 1280])
			await check(path.resolve(page), width, axe);
	}
}

const limit = setTimeout(() => {
	console.log('failed: no answer from Chromium in 300 s');
	failed += 1;
	end();
}, 300000);
async function end() {
	clearTimeout(limit);
	const ended = new Promise((resolve) => browser.once('exit', resolve));
	browser.kill('SIGKILL');
	await ended;
	// Processes of the browser may outlive it by a moment and still write there.
	fs.rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }, () => {
		console.log(`${passed} passed, ${failed} failed`);
		process.exit(failed === 0 && passed > 0 ? 0 : 1);
	});
}
main().catch((error) => {
	console.log(`failed: ${error.message}`);
	failed += 1;
}).finally(end);
