/** The jury's meetings in camera: who attends, what they look at, what they vote on. */
package org.arobase.deliberation.session;
