import { toast } from './toast';

/** Copies a text and says so; without the right to (plain HTTP of another machine) it says how to go on. */
export async function copyText(text: string, what = 'Copied'): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(what, 'note', text.length > 80 ? `${text.slice(0, 60)}… (${text.length} characters)` : text);
  } catch (error) {
    toast('The browser did not let the page copy', 'bad', `${text.slice(0, 200)} (${String(error)})`);
  }
}
