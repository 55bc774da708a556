// A headless Chromium, controlled through a pipe: it needs no package and no port.
// https://chromedevtools.github.io/devtools-protocol/

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Browser {
  static async start(executable = process.env.CHROMIUM ?? 'chromium') {
    const profile = await mkdtemp(join(tmpdir(), 'conform-browser-'));
    const child = spawn(executable, [
      '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe',
      `--user-data-dir=${profile}`, 'about:blank',
    ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    return new Browser(child, profile);
  }

  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.next = 1;
    this.waiting = new Map();
    this.listeners = [];
    let text = '';
    child.stdio[4].setEncoding('utf8').on('data', (data) => {
      const parts = (text + data).split('\0');
      text = parts.pop();
      for (const part of parts) this.receive(JSON.parse(part));
    });
    this.failed = new Promise((_, reject) => child.on('error', reject));
    this.failed.catch(() => {});
  }

  receive(message) {
    const waiting = this.waiting.get(message.id);
    if (!waiting) return this.listeners.forEach((listener) => listener(message));
    this.waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.next++;
    this.child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    return Promise.race([answer, this.failed]);
  }

  /** Opens a page; `requests` lists every address that it requests. */
  async open(url, { width, height = 900, scheme = 'light', script = true }) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, sessionId);
    this.listeners.push((message) => page.receive(message));
    await page.send('Page.enable');
    await page.send('Network.enable');
    await page.send('Runtime.enable');
    await page.send('Log.enable');
    await page.send('Emulation.setScriptExecutionDisabled', { value: !script });
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    const loaded = page.event('Page.loadEventFired');
    await page.send('Page.navigate', { url });
    await loaded;
    return page;
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.on('exit', resolve));
    await this.send('Browser.close').catch(() => this.child.kill());
    await ended;
    await rm(this.profile, { recursive: true, force: true });
  }
}

class Page {
  constructor(browser, sessionId) {
    Object.assign(this, { browser, sessionId, requests: [], complaints: [], events: [] });
  }

  receive({ sessionId, method, params }) {
    if (sessionId !== this.sessionId) return;
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Log.entryAdded') this.complaints.push(params.entry.text);
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.text);
    this.events = this.events.filter((event) => event.method !== method || event.resolve(params));
  }

  event(method) {
    return new Promise((resolve) => this.events.push({ method, resolve }));
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression, returnByValue: true, awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async press(key, { code = key, text = key.length === 1 ? key : undefined, vk } = {}) {
    const event = { key, code, windowsVirtualKeyCode: vk };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  type(text) {
    return this.send('Input.insertText', { text });
  }

  async screenshot(full = false) {
    let clip;
    if (full) {
      const { cssContentSize } = await this.send('Page.getLayoutMetrics');
      clip = { ...cssContentSize, scale: 1 };
    }
    const { data } = await this.send('Page.captureScreenshot', { captureBeyondViewport: full, clip });
    return Buffer.from(data, 'base64');
  }
}
