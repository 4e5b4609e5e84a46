/** Marks what Enter opens; seen only while the canvas has the keyboard. */
export function crosshair(): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'gap-map-crosshair');
  svg.setAttribute('viewBox', '-13.5 -13.5 27 27');
  svg.setAttribute('aria-hidden', 'true');
  for (let i = 0; i < 2; i++) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', 'M-11 0h7M4 0h7M0-11v7M0 4v7');
    svg.append(path);
  }
  return svg;
}
