/** The jury's meetings in camera: attendance, agenda and votes. */
package org.arobase.deliberation.session;
