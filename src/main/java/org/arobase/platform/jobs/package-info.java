/** Long work that answers 202: it goes on by itself, tells how far it is, and can be cancelled. */
package org.arobase.platform.jobs;
