import { atlasAcross } from '#shared/domain/atlas'
import { aspectUnit, fadeIn, fadeOut } from '../photo-set'
import { apart, nearest } from '../thinning'
import { viewShader } from '../view-uniforms'

/** Atlas pages the shader knows of: those of half a million photos. Beyond, photos are drawn from large thumbnails alone. */
export const mostPages = 512

/** Radius of a dot as a share of a thumbnail's side, the least and the greatest, CSS px. */
const dot = { share: 0.5, least: 1.6, most: 2.5 }

/** How wide the ring around a selected dot is, CSS px. */
export const dotRing = 1.5

/** CSS px across a dot, by the side of a thumbnail. */
export function dotSide(size: number): number {
  return 2 * Math.min(dot.most, Math.max(dot.least, dot.share * size))
}

/** GLSL, what a photo is like whichever way it is drawn: GPU's side of `PhotoSet`. */
const photoShader = `
in vec2 aFrom;
in vec2 aTo;
in vec2 aReach;
in vec4 aColour;
in vec4 aFlags;

uniform float uProgress;
uniform float uSize;
uniform float uPictures;
uniform float uHover;
uniform float uFocus;
uniform float uHeld;
uniform float uChosen;
// How solid photos are that a filter leaves out; 0 hides them.
uniform float uOut;
uniform vec3 uDot;

bool isLeftOut() {
  return aFlags.z > 0.75;
}

bool isOnTop(float row) {
  return aFlags.x > 0.5 || row == uHover || row == uFocus || aFlags.z > 0.25 && !isLeftOut();
}

// How far a photo is there: it may be coming, or going.
float presence() {
  float fade = aFlags.y * 255.0;
  return fade == ${fadeIn}.0 ? uProgress : fade == ${fadeOut}.0 ? 1.0 - uProgress : 1.0;
}

// 0 for a dot, 1 for a picture: those that would cover one that comes before them stay dots.
float pictureOf() {
  return uPictures * smoothstep(${nearest.toFixed(2)}, ${apart.toFixed(2)}, mix(aReach.x, aReach.y, uProgress) * uCamera.z / uSize);
}

// Radius of a dot, CSS px.
float dotRadius() {
  return clamp(${dot.share} * uSize, ${dot.least}, ${dot.most});
}

// Colour and solidity of a dot.
vec4 dotColour(bool labelled, bool given) {
  return vec4(mix(uDot, aColour.rgb, labelled ? (given ? 1.0 : 0.3 + 0.5 * aColour.a) : 0.0), given ? 0.95 : 0.72);
}
`

/**
 * One vertex is one photo: a dot, drawn where there is no room for more, and where none is a picture yet. The first pass
 * draws those beneath the pictures, the second one those that lie on top, selected ones with a ring; dots under the
 * pointer or the keyboard's cursor are left to the pictures' program.
 */
export const dotsVertex = `#version 300 es
precision highp float;
${viewShader}
${photoShader}
uniform float uPass;
uniform vec3 uSelection;
flat out vec4 vDot;
flat out vec3 vRing;
// Radius of the dot, radius of the ring around it, and half the side of what is drawn, CSS px.
flat out vec3 vSize;

void main() {
  float alpha = presence();
  float row = float(gl_VertexID);
  if (isOnTop(row) != (uPass > 0.5) || row == uHover || row == uFocus || pictureOf() > 0.0 || alpha <= 0.0 || isLeftOut() && uOut <= 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  bool selected = aFlags.x > 0.5;
  vDot = dotColour(aColour.a > 0.0, aColour.a > 0.999 || selected);
  vDot.a *= alpha * (isLeftOut() ? uOut : selected ? uChosen : uHeld);
  float radius = dotRadius();
  float edge = radius + (selected ? ${dotRing.toFixed(1)} : 0.0);
  vRing = selected ? uSelection : vDot.rgb;
  vSize = vec3(radius, edge, edge + 0.5 / uCamera.w);
  gl_PointSize = 2.0 * vSize.z * uCamera.w;
  gl_Position = clipOf(mix(aFrom, aTo, uProgress), vec2(0.0));
}
`

export const dotsFragment = `#version 300 es
precision highp float;
uniform vec4 uCamera;
flat in vec4 vDot;
flat in vec3 vRing;
flat in vec3 vSize;
out vec4 finalColor;

void main() {
  float distance = length(gl_PointCoord - 0.5) * 2.0 * vSize.z;
  vec2 cover = clamp(0.5 + (vSize.xy - distance) * uCamera.w, 0.0, 1.0);
  finalColor = vec4(mix(vRing, vDot.rgb, cover.x), 1.0) * vDot.a * cover.y;
}
`

/**
 * Four vertices are one photo: a placeholder, its cell of the atlas or its large thumbnail, with the ring of its
 * label, or on its way to a dot. The first pass draws all pictures but the photos that must lie on top, the second one those that are
 * selected or found by a filter, the third one those under the pointer and the keyboard's cursor, which are all it is given. A quad is no
 * larger than what is drawn on it: without a graphics card every pixel counts.
 */
export const photosVertex = `#version 300 es
precision highp float;
${viewShader}
${photoShader}
in vec4 aCell;
in vec2 aLarge;

uniform vec4 uLayers[${mostPages / 4}];
uniform float uPass;
uniform float uAspect;
uniform float uRing;
uniform float uRoomy;
uniform float uCell;
uniform float uLargeSide;

out vec2 vLocal;
flat out vec2 vHalf;
// Corner radius, widths of the label's ring and the gap around it, distance of the outermost edge.
flat out vec4 vEdges;
// Atlas layer, cell, layer of the large thumbnail, level of detail.
flat out vec4 vPlace;
// The part of the picture that the box shows.
flat out vec2 vPart;
// The label's colour, and how solid its ring is between the dashes and in them.
flat out vec3 vColour;
flat out vec2 vSolid;
flat out vec4 vDot;
// Selected, hovered, focused, alpha.
flat out vec4 vState;
flat out float vHeld;
flat out float vPictures;
// Whether the photo's file is gone.
flat out float vGone;

void main() {
  float row = float(gl_VertexID / 4);
  vec2 corner = 2.0 * vec2(gl_VertexID & 1, gl_VertexID >> 1 & 1) - 1.0;
  bool selected = aFlags.x > 0.5;
  bool hovered = row == uHover;
  bool focused = row == uFocus;
  bool leftOut = isLeftOut();
  float alpha = presence();
  float pictures = hovered || focused ? uPictures : pictureOf();
  bool onTop = isOnTop(row);
  bool elsewhere = uPass < 1.5 && (onTop != (uPass > 0.5) || hovered || focused);
  if (elsewhere || pictures <= 0.0 && !hovered && !focused || alpha <= 0.0 || leftOut && uOut <= 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  bool labelled = aColour.a > 0.0;
  bool given = aColour.a > 0.999;
  bool large = aLarge.x >= 0.0;

  float size = uSize * (hovered ? 1.0 + 0.14 * smoothstep(160.0, 40.0, uSize) : 1.0);
  float aspect = aCell.z / ${aspectUnit}.0;
  float stretch = pow(aspect, uAspect / 2.0);
  vec2 box = size * vec2(stretch, 1.0 / stretch);
  if (!large)
    box = vec2(min(box.x, box.y));
  float shape = box.x / box.y / aspect;
  vPart = large ? vec2(min(1.0, shape), min(1.0, 1.0 / shape)) : vec2(1.0);
  vec2 texels = large ? uLargeSide * vPart : vec2(uCell);
  vec2 perPixel = texels / (box * uCamera.w);
  int page = int(aCell.x);
  float layer = page < ${mostPages} ? uLayers[page / 4][page % 4] : -1.0;
  vPlace = vec4(layer, aCell.y, aLarge.x, max(0.0, log2(max(perPixel.x, perPixel.y)) - 0.25));

  vPictures = pictures;
  float dot = dotRadius() + (hovered || focused ? 1.5 : 0.0);
  vHalf = mix(vec2(dot), 0.5 * box, pictures);
  // A suggestion has a paler, thinner ring; where there is room, a dashed one.
  float ring = labelled ? uRing * pictures * (given ? 1.0 : mix(0.75, 1.0, uRoomy)) : 0.0;
  float gap = 1.25 * pictures;
  float chosen = selected ? gap + 1.25 + 0.4 * uRing : 0.0;
  float cursor = focused ? 3.0 : 0.0;
  vEdges = vec4(mix(dot, min(5.0, 0.1 * size), pictures), ring, gap, ring + chosen + cursor);
  vColour = aColour.rgb;
  float pale = 0.4 + 0.45 * aColour.a;
  vSolid = given ? vec2(1.0) : vec2(mix(pale, 0.0, uRoomy), mix(pale, 0.55 + 0.4 * aColour.a, uRoomy));
  vDot = dotColour(labelled, given || selected);
  vState = vec4(selected, hovered, focused, alpha);
  vGone = aFlags.w;
  vHeld = leftOut ? uOut : selected || hovered ? uChosen : uHeld;

  float halo = max(pictures, selected || focused ? 1.0 : 0.0) * (gap + (hovered ? 1.0 : 0.0));
  vLocal = corner * (vHalf + vEdges.w + halo + 1.0);
  gl_Position = clipOf(mix(aFrom, aTo, uProgress), vLocal);
}
`

export const photosFragment = `#version 300 es
precision highp float;
precision highp sampler2DArray;

uniform vec4 uCamera;
uniform sampler2DArray uAtlas;
uniform sampler2DArray uLarge;
uniform float uCell;
uniform vec3 uBackground;
uniform vec3 uPlaceholder;
uniform vec3 uSelection;
uniform vec3 uCursor;

in vec2 vLocal;
flat in vec2 vHalf;
flat in vec4 vEdges;
flat in vec4 vPlace;
flat in vec2 vPart;
flat in vec3 vColour;
flat in vec2 vSolid;
flat in vec4 vDot;
flat in vec4 vState;
flat in float vHeld;
flat in float vPictures;
flat in float vGone;

out vec4 finalColor;

// Distance from the photo's edge, CSS px; negative inside.
float edgeDistance() {
  vec2 beyond = abs(vLocal) - vHalf + vEdges.x;
  return length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - vEdges.x;
}

// How much of a pixel at a distance lies within a limit.
float cover(float distance, float limit) {
  return clamp(0.5 + (limit - distance) * uCamera.w, 0.0, 1.0);
}

vec3 picture() {
  vec2 share = clamp(0.5 + 0.5 * vLocal / vHalf, 0.0, 1.0);
  if (vPlace.z >= 0.0)
    return textureLod(uLarge, vec3(0.5 + (share - 0.5) * vPart, vPlace.z), vPlace.w).rgb;
  if (vPlace.x < 0.0)
    return uPlaceholder;
  vec2 cell = vec2(mod(vPlace.y, ${atlasAcross}.0), floor(vPlace.y / ${atlasAcross}.0));
  // Half a texel in from the cell's border, lest the neighbouring photo shine through.
  float inset = 0.5 * exp2(ceil(vPlace.w)) / uCell;
  vec2 at = (cell + clamp(share, inset, 1.0 - inset)) / ${atlasAcross}.0;
  return textureLod(uAtlas, vec3(at, vPlace.x), vPlace.w).rgb;
}

void over(inout vec4 under, vec3 colour, float alpha) {
  under = vec4(colour, 1.0) * alpha + under * (1.0 - alpha);
}

void main() {
  float distance = edgeDistance();
  float ring = vEdges.y;
  float gap = vEdges.z;
  float outermost = vEdges.w;
  bool selected = vState.x > 0.5;
  bool hovered = vState.y > 0.5;
  bool focused = vState.z > 0.5;

  vec4 colour = vec4(0.0);
  if (vPictures > 0.0 || selected || focused) {
    over(colour, uBackground, 0.85 * cover(distance, outermost + gap + vState.y) * max(vPictures, max(vState.x, vState.z)));
    if (focused) {
      over(colour, uCursor, cover(distance, outermost));
      over(colour, uBackground, cover(distance, outermost - 2.0));
    }
    if (selected) {
      over(colour, uSelection, cover(distance, outermost - 3.0 * vState.z));
      over(colour, uBackground, cover(distance, ring + gap) * vPictures);
    }
    if (ring > 0.0) {
      vec2 side = abs(vLocal) - vHalf;
      float along = side.y > side.x ? vLocal.x : vLocal.y;
      float wave = abs(fract(along / 9.0) - 0.5) * 9.0;
      float solid = mix(vSolid.x, vSolid.y, clamp(0.5 + (2.8 - wave) * uCamera.w, 0.0, 1.0));
      over(colour, vColour, cover(distance, ring) * solid);
    }
  }
  vec3 fill = vPictures > 0.0 ? mix(vDot.rgb, picture(), vPictures) : vDot.rgb;
  over(colour, fill, cover(distance, 0.0) * mix(vDot.a, 1.0, vPictures));
  if (vGone > 0.5) {
    over(colour, uBackground, 0.6 * cover(distance, 0.0));
    float across = abs(vLocal.x * vHalf.y + vLocal.y * vHalf.x) / length(vHalf);
    over(colour, uCursor, cover(across, 0.75) * cover(distance, 0.0));
  }
  if (hovered)
    over(colour, uCursor, 0.16 * cover(distance, 0.0));
  // Held back is paler, not transparent: what lies beneath must not shine through.
  colour.rgb = mix(uBackground * colour.a, colour.rgb, vHeld);
  finalColor = colour * vState.w;
}
`
