/**
 * The files that the learner gave, kept in this browser beside the program. A browser that keeps nothing (private mode,
 * full disk) is no reason to fail: then they are there until the page is closed.
 */

const STORE = 'files';

/** @returns {Promise<IDBDatabase>} */
function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('kindling', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Does something with the store; `otherwise` when the browser has none.
 * @template T
 * @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => T} work @param {T} otherwise @returns {Promise<T>}
 */
async function inStore(mode, work, otherwise) {
  try {
    const database = await opened();
    const transaction = database.transaction(STORE, mode);
    const result = work(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
    database.close();
    return result;
  } catch {
    return otherwise;
  }
}

/** @param {string} name @param {Uint8Array} bytes */
export const keepFile = (name, bytes) => inStore('readwrite', (store) => void store.put(bytes, name), undefined);

/** @param {string} name */
export const forgetFile = (name) => inStore('readwrite', (store) => void store.delete(name), undefined);

/** @returns {Promise<[name: string, bytes: Uint8Array][]>} */
export async function keptFiles() {
  const asked = await inStore('readonly', (store) => ({ names: store.getAllKeys(), bytes: store.getAll() }), null);
  if (!asked) return [];
  return asked.names.result.flatMap((name, at) => {
    const bytes = asked.bytes.result[at];
    return typeof name === 'string' && bytes instanceof Uint8Array ? [[name, bytes]] : [];
  });
}
