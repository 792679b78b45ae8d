// Two trees put side by side, two values of a property told equal or not, and what was compared at all.
'use strict';

// --- Trees: elements are { name, id, class, parent } in document order --------------------------------

function childrenOf(elements) {
	const lists = elements.map(() => []);
	elements.forEach((element, i) => {
		if (element.parent >= 0)
			lists[element.parent].push(i);
	});
	return lists;
}

const alike = (one, other) => one.name === other.name && one.id === other.id && one.class === other.class;

// Pairs of children: in step as long as names agree; else the nearest pair that is alike ahead.
function pairChildren(ours, theirs, a, b) {
	const pairs = [];
	let i = 0;
	let j = 0;
	const inStep = a.length === b.length && a.every((one, k) => ours[one].name === theirs[b[k]].name);
	while (i < a.length && j < b.length) {
		if (inStep || alike(ours[a[i]], theirs[b[j]])) {
			pairs.push([a[i++], b[j++]]);
			continue;
		}
		let step = 1;
		const last = a.length - i + b.length - j;
		for (; step < last; step += 1) {
			if (i + step < a.length && alike(ours[a[i + step]], theirs[b[j]])) {
				i += step;
				break;
			}
			if (j + step < b.length && alike(ours[a[i]], theirs[b[j + step]])) {
				j += step;
				break;
			}
		}
		if (step >= last) {
			i += 1;
			j += 1;
		}
	}
	return pairs;
}

// [[our index, their index]…] in document order.
function align(ours, theirs) {
	const ourChildren = childrenOf(ours);
	const theirChildren = childrenOf(theirs);
	const pairs = [];
	const waiting = ours.length !== 0 && theirs.length !== 0 ? [[0, 0]] : [];
	while (waiting.length !== 0) {
		const pair = waiting.pop();
		pairs.push(pair);
		waiting.push(...pairChildren(ours, theirs, ourChildren[pair[0]], theirChildren[pair[1]]).reverse());
	}
	return pairs;
}

// --- Values -------------------------------------------------------------------------------------------

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

// Notations that mean the same: case and white space, quotes, where an address leads, the alpha of an
// opaque colour, a zero without unit.
function plain(text) {
	return text.toLowerCase().replace(/linear-gradient\((?:180deg|to bottom), /g, 'linear-gradient(')
		.replace(/translatez\(/g, 'translate3d(0, 0, ').replace(/scale\(([^(),]*)\)/g, 'scale($1, $1)')
		.replace(/translate\(([^(),]*)\)/g, 'translate($1, 0)')
		.replace(/(translate|scale)([xy])\(([^()]*)\)/g, (all, name, axis, value) =>
		`${name}(${axis === 'x' ? `${value}, ${name === 'scale' ? 1 : 0}` : `${name === 'scale' ? 1 : 0}, ${value}`})`)
		.replace(/url\(\s*"?([^")]*)"?\s*\)/g, (all, url) => `url(${url.startsWith('data:') ? 'data:' : url.split(/[?#]/)[0].split('/').pop().replace(/%20/g, ' ')})`)
		.replace(/'/g, '"').replace(/\s*([,()/])\s*/g, '$1').replace(/\s+/g, ' ')
		.replace(/"([a-z_-][\w -]*)"/g, '$1').replace(/(^|[ ,(])([-+]?0)px(?=$|[ ,)])/g, '$10')
		.replace(/rgba\((\d+,\d+,\d+),1\)/g, 'rgb($1)').replace(/rgba\([^()]*,0\)/g, 'transparent')
		.replace(/translate3d\(([^,()]*,[^,()]*),0\)/g, 'translate($1)').trim();
}

// Same words, and numbers as near as 32-bit floats and eighths of a channel let them be.
function near(one, other) {
	if (one.replace(NUMBER, '#') !== other.replace(NUMBER, '#'))
		return false;
	const others = other.match(NUMBER) ?? [];
	const room = /^rgb/.test(one) ? 1.01 : 0.02;
	return (one.match(NUMBER) ?? []).every((number, i) => Math.abs(number - others[i]) <=
		(i === 3 && room > 1 ? 0.01 : room) + 1e-4 * Math.abs(number));
}

// At commas outside parentheses.
const items = (list) => list.split(/,(?![^()]*(?:\([^()]*\)[^()]*)*\))/);

// Chromium gives one item for each picture. CSS Backgrounds 3, 2.1: too many are left out, too few
// start again.
function layered(ours, theirs) {
	const list = items(ours);
	return items(theirs).map((item, i) => list[i % list.length].trim()).join(', ');
}

const DRAWN = ['background-clip', 'background-position', 'background-repeat', 'background-size'];

// What a name of ours stands for: the font of a browser's settings; a second length that is left out.
function told(name, ours, theirs) {
	if (name === 'font-family' && theirs === '"Times New Roman"')
		return ours === 'serif' ? theirs : ours;
	const list = DRAWN.includes(name) ? layered(ours, theirs) : ours;
	return name === 'background-size' ? list.replace(/(^|, )([\d.]+(?:px|%))(?=$|,)/g, '$1$2 auto') : list;
}

const same = new Map();
function equal(name, ours, theirs) {
	if (ours === theirs)
		return true;
	const key = `${name}\0${ours}\0${theirs}`;
	if (!same.has(key)) {
		const one = plain(told(name, ours, theirs));
		const other = plain(told(name, theirs, theirs));
		same.set(key, one === other || near(one, other));
	}
	return same.get(key);
}

// --- Shares -------------------------------------------------------------------------------------------

// Never rounded up to 100.
const share = (right, wrong) => (right + wrong === 0 ? '-' : `${(Math.floor(100000 * right / (right + wrong)) / 1000).toFixed(3)} %`);

const COMPARED = 99.5; // of the elements of both sides, in percent

// What is not compared agrees with nothing: the fault, or null. `pairs` are compared, `alone` are not.
function tooFew(pairs, alone) {
	if (pairs === 0)
		return 'no element was compared';
	if (100 * 2 * pairs < COMPARED * (2 * pairs + alone))
		return `${share(2 * pairs, alone)} of elements compared is under ${COMPARED} %`;
	return null;
}

module.exports = { align, equal, share, tooFew };
