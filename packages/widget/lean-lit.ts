import type { Plugin } from 'vite'

/** Takes out of Lit's templates what nothing of ours uses: everybody who opens the panel would pay for it. */
export function leanLit(): Plugin {
  return {
    name: 'lean-lit',
    enforce: 'pre',
    transform: {
      filter: { id: /[/]lit-html[.]js$/ },
      handler(source) {
        let code = source
        for (const [from, to] of cuts) {
          if (code.split(from).length !== 2)
            this.error(`lit-html.js is not as lean-lit.ts knows it: ${from}`)
          code = code.replace(from, () => to)
        }
        return { code: code.replace(PRIVATE, (_, name, type) => `$${name ?? type}`), map: null }
      },
    },
  }
}

type Cut = readonly [from: string, to: string]

const cuts: readonly Cut[] = [
  // Directives.
  [
    'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    'const M=(t,i)=>i;',
  ],
  // Values as the name of an attribute, in comments, and in what is text alone, as in a style.
  [
    'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}}else if(8===r.nodeType)if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    '}else 8===r.nodeType&&r.data===n&&d.push({type:2,index:l});',
  ],
  ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  [
    '2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
    'i=2===r.type?new k(h,h.nextSibling,this,t):new r.ctor(h,r.name,r.strings,this,t)',
  ],
  // MathML, and templates that were compiled before.
  ['l=2===i?"<svg>":3===i?"<math>":""', 'l=2===i?"<svg>":""'],
  ['(2===i?"</svg>":3===i?"</math>":"")', '(2===i?"</svg>":"")'],
  [',2===i||3===i)', ',2===i)'],
  [
    'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'const{values:i}=t,e=this._$AC(t)',
  ],
  // A page of XHTML would read our templates as XML.
  [
    'const s=l.createElement("template")',
    'const s=("text/html"===l.contentType?l:l.implementation.createHTMLDocument("")).createElement("template")',
  ],
  // What directives are told of coming and going.
  ['for(this._$AP?.(!1,!0,s);t!==this._$AB;)', 'for(;t!==this._$AB;)'],
  ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t)', 'u(t)'],
  ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
  ['this.options=e,this._$Cv=e?.isConnected??!0', 'this.options=e'],
  [
    'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
    '',
  ],
  ['constructor(){super(...arguments),this.type=3}', ''],
  ['constructor(){super(...arguments),this.type=4}', ''],
  ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
  ['this.type=1,this._$AH=A,this._$AN=void 0,', ''],
  ['this.type=2,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
  ['this._$AV=[],this._$AN=void 0,', 'this._$AV=[],'],
  ['const j={', 'const j=()=>({'],
  [
    'B:I,F:Z},B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const D',
    'B:I,F:Z}),D',
  ],

  // `noChange`, and what is left of directives.
  ['const M=(t,i)=>i;', ''],
  ['E=Symbol.for("lit-noChange"),', ''],
  ['E as noChange,', ''],
  [
    '_$AI(t,i=this){t=M(this,t,i),a(t)?t===A||null==t||""===t?(this._$AH!==A&&this._$AR(),this._$AH=A):t!==this._$AH&&t!==E&&this._(t)',
    '_$AI(t){a(t)?t===A||null==t||""===t?(this._$AH!==A&&this._$AR(),this._$AH=A):t!==this._$AH&&this._(t)',
  ],
  [
    '_$AI(t,i=this,s,e){const h=this.strings;let o=!1;if(void 0===h)t=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,o&&(this._$AH=t);',
    '_$AI(t,s){const h=this.strings;let o=!1;if(void 0===h)o=!a(t)||t!==this._$AH,this._$AH=t;',
  ],
  [
    'r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),o||=!a(r)||r!==this._$AH[n]',
    'r=e[s+n],o||=!a(r)||r!==this._$AH[n]',
  ],
  ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
  ['(s._$AI(t,s,i),i+=', '(s._$AI(t,i),i+='],
  [
    'class Z{constructor(t,i,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){M(this,t)}}',
    '',
  ],
  ['const j=()=>({M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}),D=', 'const D='],
  ['j as _$LH,', ''],
  // Listeners that are objects, or have options.
  [
    'z extends H{_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}',
    'z extends H{_$AI(t){t??=A,t===A?this.element.removeEventListener(this.name,this):this._$AH===A&&this.element.addEventListener(this.name,this),this._$AH=t}handleEvent(t){this._$AH.call(this.options.host,t)}',
  ],
  // Who a part is of: it asks nobody.
  ['this._$AD=t,this._$AM=i}u(t)', 'this._$AD=t}u(t)'],
  ['new R(e,this)', 'new R(e)'],
  ['class R{constructor(t,i){', 'class R{constructor(t){'],
  [
    'class k{constructor(t,i,s,e){this._$AH=A,this._$AA=t,this._$AB=i,this._$AM=s,this.options=e}',
    'class k{constructor(t,i,s){this._$AH=A,this._$AA=t,this._$AB=i,this.options=s}',
  ],
  ['new k(h,h.nextSibling,this,t)', 'new k(h,h.nextSibling,t)'],
  ['new r.ctor(h,r.name,r.strings,this,t)', 'new r.ctor(h,r.name,r.strings,t)'],
  [
    'new k(this.O(c()),this.O(c()),this,this.options)',
    'new k(this.O(c()),this.O(c()),this.options)',
  ],
  [
    'constructor(t,i,s,e,h){this.element=t,this.name=i,this._$AM=e,this.options=h,',
    'constructor(t,i,s,e){this.element=t,this.name=i,this.options=e,',
  ],
  // Our element always says where it draws, and for whom.
  [
    '{const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h}',
    '{const{renderBefore:e}=s;((e??i)._$litPart$??=new k(i.insertBefore(c(),e),e,s))._$AI(t)}',
  ],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  // Comments in templates, names of tags that are values, attributes in single quotes.
  [
    'v=/<(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))/g,_=/-->/g,m=/>/g,',
    'v=/<\\/?[a-zA-Z][^>\\s]*/g,',
  ],
  [
    'c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(c=p):void 0!==u[3]&&(c=p):c===p?">"===u[0]?(c=n??v,d=-1)',
    'c===v?c=p:c===p?">"===u[0]?(c=v,d=-1)',
  ],
  [`'"'===u[3]?$:g):c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)`, '$):c=p'],
  ['let n,l=2===i', 'let l=2===i'],
  [`g=/'/g,`, ''],
  [',y=/^(?:script|style|textarea|title)$/i', ''],
]

/** Names that Lit keeps for its other modules, which are in no bundle. */
const PRIVATE = /_\$(?:A([A-Z])|lit(T)ype\$)/g
