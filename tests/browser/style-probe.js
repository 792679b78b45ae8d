// Runs in the page: what Chromium computes for each element, in document order.
'use strict';

// `used` are the properties that getComputedStyle answers from the layout; for them the typed object
// model gives the computed value. A row is a list of values; rows and values are given once each.
function probe(properties, used) {
	const typed = new Set(used);
	const interned = () => {
		const index = new Map();
		return { list: index, of: (text) => {
			if (!index.has(text))
				index.set(text, index.size);
			return index.get(text);
		} };
	};
	const values = interned();
	const rows = interned();

	// One pixel: what a colour of any notation is in sRGB.
	const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
	const colors = new Map();
	const color = (text) => {
		if (!/^(color|lab|lch|oklab|oklch|hsl|hwb)\(/.test(text))
			return text;
		if (!colors.has(text)) {
			brush.clearRect(0, 0, 1, 1);
			brush.fillStyle = text;
			brush.fillRect(0, 0, 1, 1);
			const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
			colors.set(text, a === 255 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${a / 255})`);
		}
		return colors.get(text);
	};

	const row = (element, style) => {
		const map = element?.computedStyleMap();
		return rows.of(properties.map((name) => values.of(map && typed.has(name)
			? String(map.get(name) ?? style.getPropertyValue(name)) : color(style.getPropertyValue(name)))).join());
	};
	const pseudo = (element, which) => {
		const style = getComputedStyle(element, which);
		return style.content === 'none' || style.content === 'normal' || style.display === 'none'
			? -1 : row(null, style);
	};
	// SVG 2, 5.1: what stands in a never-rendered element (defs, symbol, clipPath, mask, a gradient…) is
	// not in the rendering tree, whatever its display. Chromium gives it a display, that checkVisibility
	// believes, but no rectangle; a shape that is drawn has one, even when it is empty.
	const inDrawing = (element) => {
		let at = element;
		while (at !== null && at.namespaceURI !== 'http://www.w3.org/2000/svg')
			at = at.parentElement;
		return at === null || at.getClientRects().length !== 0;
	};
	const rendered = (element) => {
		let at = element;
		while (at !== null && getComputedStyle(at).display === 'contents')
			at = at.parentElement;
		return at !== null && at.checkVisibility() && inDrawing(at);
	};

	document.activeElement?.blur();
	for (const animation of document.getAnimations())
		animation.cancel();
	const elements = [document.documentElement, ...document.documentElement.querySelectorAll('*')];
	const index = new Map(elements.map((element, i) => [element, i]));
	const list = elements.map((element) => {
		const shown = rendered(element);
		return [element.localName, element.id, element.getAttribute('class') ?? '',
			index.get(element.parentElement) ?? -1, shown ? 1 : 0,
			element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? 0 : 1,
			row(element, getComputedStyle(element)),
			shown ? pseudo(element, '::before') : -1, shown ? pseudo(element, '::after') : -1];
	});
	return { quirks: document.compatMode === 'BackCompat', elements: list,
		values: [...values.list.keys()], rows: [...rows.list.keys()].map((r) => r.split(',').map(Number)) };
}

module.exports = { probe };
