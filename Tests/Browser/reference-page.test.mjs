// Tests the reference page in a real browser: node --test Tests/Browser
// SCREENSHOTS=folder saves screenshots; CHROMIUM names the browser. Skipped if there is no browser.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Browser } from './browser.mjs';

const executable = process.env.CHROMIUM ?? 'chromium';
const isThere = spawnSync(executable, ['--version']).status === 0;
const url = pathToFileURL(join(import.meta.dirname, '../../docs/reference.html')).href;
const rule = 'add-backup-destination.request/name/pattern';

describe('the reference page', { skip: !isThere && `no ${executable}` }, () => {
  let browser;
  before(async () => { browser = await Browser.start(executable); });
  after(() => browser.stop());

  for (const width of [400, 1280]) {
    for (const scheme of ['light', 'dark']) {
      test(`fits ${width} pixels, ${scheme}, with enough contrast, and makes no requests`, async () => {
        const page = await browser.open(url, { width, scheme });
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
        assert.deepEqual(await page.evaluate(`(${stickingOut})()`), []);
        assert.deepEqual(await page.evaluate(`(${lowContrast})()`), []);
        assert.deepEqual(page.requests.filter((request) => request !== url), []);
        assert.deepEqual(page.complaints, []);
        if (process.env.SCREENSHOTS) {
          const name = `reference-${width}-${scheme}`;
          await writeFile(join(process.env.SCREENSHOTS, `${name}.png`), await page.screenshot());
          await page.evaluate(`location.hash = '${rule}'`);
          await new Promise((resolve) => setTimeout(resolve, 200));
          await writeFile(join(process.env.SCREENSHOTS, `${name}-rule.png`), await page.screenshot());
          await writeFile(join(process.env.SCREENSHOTS, `${name}-full.png`), await page.screenshot(true));
        }
      });
    }
  }

  test('the first screen holds the table of fields, and the page is short', async () => {
    const page = await browser.open(url, { width: 1280, height: 800 });
    const { table, height, closed } = await page.evaluate(`({
      table: document.querySelector('main table').getBoundingClientRect().bottom,
      height: document.documentElement.scrollHeight,
      closed: !document.querySelector('details[open]'),
    })`);
    assert.ok(closed);
    assert.ok(table <= 800, `the table ends at ${table}`);
    assert.ok(height <= 8000, `the page has ${height} pixels`);
  });

  test('one screen shows the bounds, the pattern and samples of a field', async () => {
    const page = await browser.open(url, { width: 1280, height: 800 });
    const cards = await page.evaluate(`[...document.querySelectorAll('.field')]
      .filter((field) => field.querySelector('.reading'))
      .map((field) => [field.getBoundingClientRect().height, field.innerText])`);
    assert.equal(cards.length, 3);
    for (const [height, text] of cards) {
      assert.ok(height <= 800, text);
      for (const part of ['pattern ^', 'valid', 'invalid']) assert.ok(text.includes(part), text);
    }
  });

  test('a button copies the text of a sample', async () => {
    const page = await browser.open(url, { width: 1280 });
    const { label, copied, shown } = await page.evaluate(`(async () => {
      let copied;
      navigator.clipboard.writeText = async (text) => { copied = text; };
      const button = document.querySelector('figure button');
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { label: button.ariaLabel, copied, shown: button.textContent };
    })()`);
    assert.match(label, /^Copy: Call the operation/);
    assert.match(copied, /^curl -X POST https:/);
    assert.equal(shown, 'Copied');
  });

  test('a link leads to its rule', async () => {
    const page = await browser.open(`${url}#${rule}`, { width: 1280 });
    const { top, text } = await page.evaluate(`(() => {
      const element = document.querySelector(':target');
      return { top: element.getBoundingClientRect().top, text: element.innerText };
    })()`);
    assert.ok(top >= 0 && top < 500, `at ${top}`);
    assert.match(text, /^pattern/);
  });

  test('a search shows the fields that it finds, and says how many', async () => {
    const page = await browser.open(url, { width: 1280 });
    await page.press('/', { code: 'Slash' });
    assert.equal(await page.evaluate('document.activeElement.id'), 'query');
    await page.type('SECRETKEY request');
    const shown = await page.evaluate(
      `[...document.querySelectorAll('.field')].filter((field) => !field.hidden).map((field) => field.id)`);
    assert.deepEqual(shown, ['field:add-backup-destination.request/credentials/secretKey']);
    assert.match(await page.evaluate(`document.getElementById('found').textContent`), /^1 of \d+ fields$/);
    // A link to a field that the search hides ends the search.
    await page.evaluate(`location.hash = '${rule}'`);
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
    assert.equal(await page.evaluate(`document.getElementById('query').value`), '');
    await page.evaluate(`document.getElementById('query').focus()`);
    await page.type('nothing of the kind');
    assert.match(await page.evaluate(`document.getElementById('found').textContent`), /^0 of/);
    await page.press('Escape', { vk: 27 });
    assert.equal(await page.evaluate(`document.querySelectorAll('.field[hidden]').length`), 0);
  });

  test('the keyboard reaches the content first, and everything that scrolls', async () => {
    const page = await browser.open(url, { width: 400 });
    await page.press('Tab', { vk: 9 });
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
    const unreachable = await page.evaluate(`[...document.querySelectorAll('.scroll, pre')]
      .filter((element) => element.scrollWidth > element.clientWidth && element.tabIndex < 0).length`);
    assert.equal(unreachable, 0);
  });

  test('a screen reader finds names, headings in order and landmarks', async () => {
    const page = await browser.open(url, { width: 1280 });
    const { nodes } = await page.send('Accessibility.getFullAXTree');
    const named = (role) => nodes.filter((node) => node.role?.value === role && !node.ignored);
    for (const role of ['main', 'navigation', 'search', 'searchbox', 'banner', 'contentinfo']) {
      assert.ok(named(role).length >= 1, role);
    }
    for (const role of ['link', 'searchbox', 'image', 'region', 'navigation']) {
      for (const node of named(role)) assert.ok(node.name?.value, `a ${role} without a name`);
    }
    const levels = named('heading').map((node) => node.properties.find((one) => one.name === 'level').value.value);
    assert.equal(levels[0], 1);
    levels.reduce((previous, level) => (assert.ok(level <= previous + 1), level));
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
  });

  test('everything can be read without the script', async () => {
    const page = await browser.open(url, { width: 1280, script: false });
    const { nodes } = await page.send('Accessibility.getFullAXTree');
    assert.ok(nodes.some((node) => node.name?.value === '/credentials/secretKey'));
    assert.ok(!nodes.some((node) => node.role?.value === 'button'));
    assert.ok(!nodes.some((node) => node.role?.value === 'searchbox' && !node.ignored));
  });
});

/** Elements that exceed the window and are not inside a scrolling element. */
function stickingOut() {
  return [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('.scroll, pre, .skip, svg')) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5);
  }).map((element) => element.outerHTML.slice(0, 100));
}

/** Texts with less contrast than WCAG 2.2 requires for small text: 4.5. */
function lowContrast() {
  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('svg, script, style')) continue;
    if (!element.getClientRects().length) continue;
    const [one, other] = [parse(getComputedStyle(element).color), ground(element)].map(luminance)
      .sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    if (contrast < 4.5) found.add(`${element.tagName} ${element.className}: ${contrast.toFixed(2)}`);
  }
  return [...found];
}
