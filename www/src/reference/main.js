import { mount } from 'svelte';
import Reference from './Reference.svelte';
import '../styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

export default mount(Reference, { target });
