/**
 * The picture's components with made-up data, for work on their looks (`npm run dev`, then /gallery.html#name) and for tests. Never part of a
 * build: vite builds index.html alone.
 */
import { mount } from 'svelte';
import Gallery from './Gallery.svelte';
import '../../src/styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('gallery.html has no #app');
const { searchParams } = new URL(location.href);
const theme = searchParams.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
document.body.style.overflow = 'auto';

export default mount(Gallery, { target, props: { show: searchParams.get('show') } });
