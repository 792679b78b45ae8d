// Chromium, headless, driven through its debugging pipe. Shared by the tests of this folder.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const FLAGS = ['--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu',
	'--disable-dev-shm-usage', '--hide-scrollbars', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];

class Chromium {
	constructor(flags = []) {
		this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'clairlint-browser-'));
		this.process = spawn('chromium', [...FLAGS, ...flags, `--user-data-dir=${this.profile}`,
			'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
		this.calls = new Map();
		this.listeners = new Set();
		this.last = 0;
		this.ended = new Promise((resolve) => this.process.once('exit', resolve));
		this.ended.then(() => {
			for (const { reject } of this.calls.values())
				reject(new Error('chromium ended'));
		});
		this.process.stdio[3].on('error', () => {}); // the exit tells more
		this.process.once('error', () => this.process.emit('exit')); // there is no such program
		this.read(this.process.stdio[4]);
	}

	// Messages end with NUL; one may come in many pieces.
	read(stream) {
		let pieces = [];
		stream.on('data', (bytes) => {
			let from = 0;
			for (let end; (end = bytes.indexOf(0, from)) !== -1; from = end + 1) {
				pieces.push(bytes.subarray(from, end));
				this.receive(JSON.parse(Buffer.concat(pieces).toString('utf8')));
				pieces = [];
			}
			pieces.push(bytes.subarray(from));
		});
	}

	receive(message) {
		const call = this.calls.get(message.id);
		if (call === undefined) {
			for (const listener of this.listeners)
				listener(message);
			return;
		}
		this.calls.delete(message.id);
		if (message.error)
			call.reject(new Error(message.error.message));
		else
			call.resolve(message.result);
	}

	send(method, params = {}, sessionId = undefined) {
		return new Promise((resolve, reject) => {
			this.last += 1;
			this.calls.set(this.last, { resolve, reject });
			this.process.stdio[3].write(`${JSON.stringify({ id: this.last, method, params, sessionId })}\0`);
		});
	}

	// A new page of that size, in CSS pixels.
	async open(width, height, mobile = false) {
		const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
		const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
		const page = new Page(this, targetId, sessionId);
		await page.send('Page.enable');
		await page.send('Emulation.setDeviceMetricsOverride',
			{ width, height, deviceScaleFactor: 1, mobile });
		return page;
	}

	async close() {
		this.process.kill('SIGKILL');
		await this.ended;
		// Processes of the browser may outlive it by a moment and still write there.
		await fs.promises.rm(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}
}

class Page {
	constructor(browser, targetId, sessionId) {
		Object.assign(this, { browser, targetId, sessionId });
	}

	send(method, params) {
		return this.browser.send(method, params, this.sessionId);
	}

	// Calls back for each event of this page; gives what stops it.
	on(method, callback) {
		const listener = (message) => {
			if (message.method === method && message.sessionId === this.sessionId)
				callback(message.params);
		};
		this.browser.listeners.add(listener);
		return () => this.browser.listeners.delete(listener);
	}

	once(method) {
		return new Promise((resolve) => {
			const stop = this.on(method, (params) => {
				stop();
				resolve(params);
			});
		});
	}

	async load(url) {
		const loaded = this.once('Page.loadEventFired');
		const { errorText } = await this.send('Page.navigate', { url });
		if (errorText)
			throw new Error(`${url}: ${errorText}`);
		await loaded;
	}

	async evaluate(expression) {
		const answer = await this.send('Runtime.evaluate',
			{ expression, awaitPromise: true, returnByValue: true });
		if (answer.exceptionDetails)
			throw new Error(answer.exceptionDetails.exception?.description ?? 'evaluation failed');
		return answer.result.value;
	}

	close() {
		return this.browser.send('Target.closeTarget', { targetId: this.targetId });
	}
}

module.exports = { Chromium };
