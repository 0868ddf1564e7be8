// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Building the page.

import { connect, type ViewService } from "./service";

type Child = Node | string;
type Properties = Record<string, string | number | boolean | ((event: Event) => void)>;

/** An element with attributes, event listeners (on…) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), value);
    } else if (typeof value === "boolean") {
      made.toggleAttribute(name, value);
    } else {
      made.setAttribute(name, String(value));
    }
  }
  made.append(...children);
  return made;
}

/** A choice with a label. */
export function choice(label: string, id: string, options: string[], chosen: string, change: (value: string) => void) {
  const select = el(
    "select",
    { id, onchange: () => change(select.value) },
    ...options.map((o) => el("option", { value: o, selected: o === chosen }, o)),
  );
  return el("label", { class: "field" }, el("span", {}, label), select);
}

const THEMES = ["auto", "light", "dark"];

function themeButton(): HTMLButtonElement {
  let theme = 0;
  const button = el("button", { type: "button", id: "theme", class: "quiet" }, "Theme: auto");
  button.addEventListener("click", () => {
    theme = (theme + 1) % THEMES.length;
    document.documentElement.dataset["theme"] = THEMES[theme]!;
    button.textContent = `Theme: ${THEMES[theme]}`;
    document.dispatchEvent(new Event("themechange"));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    document.dispatchEvent(new Event("themechange")),
  );
  return button;
}

/** A colour of the present theme. */
export function themeColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const trouble = el("p", { id: "trouble", role: "alert", hidden: true });

/** Shows one sentence above the page; none takes it away. */
export function tell(problem?: unknown): void {
  trouble.hidden = problem === undefined;
  trouble.textContent = problem === undefined ? "" : problem instanceof Error ? problem.message : String(problem);
}

/** Builds a page once its data are there. */
export async function start<T extends { view: string }>(
  title: string,
  view: string,
  build: (initial: T, service: ViewService) => Node[],
): Promise<void> {
  const main = el("main", { id: "page", "aria-busy": "true" }, el("p", { class: "waiting" }, "Reading the data …"));
  const where = el("span", { id: "where", role: "status" });
  document.body.append(el("header", {}, el("h1", {}, title), where, themeButton()), trouble, main);
  try {
    const service = await connect();
    const initial = (await service.initial()) as T;
    if (initial?.view !== view) {
      throw new Error(`The node sent the data of the view "${initial?.view}", expected "${view}".`);
    }
    main.replaceChildren(...build(initial, service));
  } catch (problem) {
    main.replaceChildren();
    tell(problem);
  }
  main.removeAttribute("aria-busy");
}
