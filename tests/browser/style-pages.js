// The pages that have style sheets of their own, and what an address of theirs stands for on disk.
'use strict';
const fs = require('fs');
const path = require('path');

function walk(folder) {
	return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const name = path.join(folder, entry.name);
		return entry.isDirectory() ? walk(name) : name;
	});
}

// [{ file, root, prefix }]: `root` is the folder that stands for the site, `prefix` what root-absolute
// addresses carry. With a manifest.json: its pages that name local sheets. Without: every HTML file.
function pages(folder) {
	const manifest = path.join(folder, 'manifest.json');
	if (!fs.existsSync(manifest))
		return walk(folder).filter((file) => /\.html?$/.test(file)).sort()
			.map((file) => ({ file, root: folder, prefix: '' }));
	return JSON.parse(fs.readFileSync(manifest, 'utf8')).filter((page) => page.css.length !== 0)
		.map((page) => ({ file: path.join(folder, page.file), root: path.join(folder, page.site),
			prefix: page.url_prefix ?? '' }));
}

// The address that a page is given: its place under the root.
function address(page) {
	const name = path.relative(page.root, page.file).split(path.sep).map(encodeURIComponent).join('/');
	return `http://pages.test/${name}`;
}

// A style sheet of the root by its path, whatever the host: saved pages name their own in full.
function sheet(page, url) {
	const name = decodeURIComponent(new URL(url).pathname);
	const names = name.startsWith(page.prefix) ? [name, name.slice(page.prefix.length)] : [name];
	return names.map((one) => path.join(page.root, path.normalize(`/${one}`)))
		.find((file) => file.endsWith('.css') && fs.existsSync(file));
}

module.exports = { pages, address, sheet };
